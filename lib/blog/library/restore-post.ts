import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { getPost } from "../posts/get-post";
import type { Post } from "../schema";
import { purgeDeleted } from "./purge-deleted";

/**
 * Takes back the deletion of a post. Restoring one that is not deleted changes nothing.
 *
 * @throws AppError `not_found` when it is not the user's, or was erased since.
 */
export async function restorePost(user: UserId, id: string): Promise<Post> {
  await asUser(user, async (tx) => {
    await purgeDeleted(tx);
    await tx.update(posts).set({ deletedAt: null }).where(eq(posts.id, id));
  });
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  return post;
}
