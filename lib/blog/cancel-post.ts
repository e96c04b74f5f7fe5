import "server-only";
import type { UserId } from "../auth/user-id";
import { AppError } from "../errors";
import { finishRun } from "./finish-run";
import { getPost } from "./get-post";
import { runningPosts } from "./running-posts";
import type { Post } from "./schema";

/**
 * Stops a run: its end is stored first, then its connections to the providers are closed. A run of
 * another instance ends at its next event. Stopping an ended run changes nothing.
 *
 * @throws AppError `not_found` when the post is not the user's.
 */
export async function cancelPost(user: UserId, id: string): Promise<Post> {
  const ended = await finishRun(user, id, { status: "stopped" });
  if (ended) runningPosts.get(id)?.abort(new DOMException("Stopped by the user", "AbortError"));
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  return post;
}
