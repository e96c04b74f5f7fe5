import "server-only";
import { mintUserId } from "../../../auth/user-id";
import { asKeeper } from "../../../db/as-keeper";
import type { Ticket } from "../step-results";

/** Whose post it is; nothing once the account, and so the post, has been deleted. */
export async function findTicket(postId: string): Promise<Ticket | undefined> {
  const text = "SELECT user_id FROM posts WHERE id = $1";
  const [rows = []] = await asKeeper([{ text, parameters: [postId] }]);
  const [post] = rows;
  return post && { user: mintUserId(String(post.user_id)), postId };
}
