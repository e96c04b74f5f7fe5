import "server-only";
import type { UserId } from "../../auth/user-id";
import { recoverRun } from "../durable/runs/recover-run";
import type { Post } from "../schema";
import { findPost } from "./find-post";

/**
 * One post of a user with its document as far as it has come; null when it is not theirs. A run of
 * which nothing was heard is gone on with: where no sweep runs, whoever looks at it wakes it.
 */
export async function getPost(user: UserId, id: string): Promise<Post | null> {
  const found = await findPost(user, id);
  if (!found?.silent) return found?.post ?? null;
  await recoverRun({ user, postId: id }, found.attempt);
  return (await findPost(user, id))?.post ?? null;
}
