import "server-only";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { readCheckpoints } from "../durable/steps/read-checkpoints";
import { getPost } from "../posts/get-post";
import { livePost } from "../posts/live-post";
import { generateBody } from "../schema";
import type { Tool } from "../tools/open-tool";

/**
 * What a tool needs of a post that waits for its outline, read before anything is paid.
 *
 * @throws AppError `not_found`; `not_waiting` when the post does not wait for its outline.
 */
export async function openWaitingPost(user: UserId, id: string): Promise<Tool> {
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  const { outline, library } = await readCheckpoints({ user, postId: id });
  if (post.status !== "waiting" || !outline || !library) throw new AppError("not_waiting");
  const [row] = await asUser(user, (tx) =>
    tx.select({ request: posts.request }).from(posts).where(livePost(id)),
  );
  if (!row) throw new AppError("not_found");
  const request = generateBody.parse(row.request);
  return { user, post: { ...post, request }, evidence: library };
}
