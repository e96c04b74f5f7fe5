import "server-only";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { livePost } from "./live-post";

/** True when a post is the user's and not deleted. */
export async function hasPost(user: UserId, id: string): Promise<boolean> {
  const found = await asUser(user, (tx) =>
    tx.select({ id: posts.id }).from(posts).where(livePost(id)),
  );
  return found.length > 0;
}
