import "server-only";
import { and, notInArray, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { cancelPost } from "../posts/cancel-post";
import { livePost } from "../posts/live-post";

/** A run that is resumed at the same moment is stopped again, this often. */
const TRIES = 3;

/**
 * Deletes a post so that it can be restored for `LIMITS.deletedDays`. A run that goes on is stopped first, so
 * that nothing is spent on what nobody sees. Its `Idempotency-Key` is free again.
 *
 * @throws AppError `not_found` when the post is not the user's; `still_writing` when somebody keeps
 *   starting it.
 */
export async function deletePost(user: UserId, id: string): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    await cancelPost(user, id);
    if (await markDeleted(user, id)) return;
  }
  throw new AppError("still_writing");
}

async function markDeleted(user: UserId, id: string): Promise<boolean> {
  const marked = await asUser(user, (tx) =>
    tx
      .update(posts)
      .set({ deletedAt: sql`now()`, idempotencyKey: null })
      .where(and(livePost(id), notInArray(posts.status, ["queued", "running"])))
      .returning({ id: posts.id }),
  );
  return marked.length > 0;
}
