import "server-only";
import type { UserId } from "../../auth/user-id";
import { AppError } from "../../errors";
import { abortStep, livingSteps } from "../durable/living/living-steps";
import { startQueued } from "../durable/runs/start-queued";
import { finishRun } from "../finish-run";
import type { Post } from "../schema";
import { getPost } from "./get-post";

/**
 * Stops a run: its end is stored first, then its connections to the providers are closed; those of
 * another instance within half a second. Stopping an ended run changes nothing.
 *
 * @throws AppError `not_found` when the post is not the user's.
 */
export async function cancelPost(user: UserId, id: string): Promise<Post> {
  const ended = await finishRun(user, id, { status: "stopped" });
  if (ended) {
    for (const step of livingSteps) if (step.postId === id) abortStep(step);
    await startQueued(user);
  }
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  return post;
}
