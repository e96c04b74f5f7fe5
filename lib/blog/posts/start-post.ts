import "server-only";
import type { UserId } from "../../auth/user-id";
import { beginRun } from "../durable/runs/begin-run";
import type { GenerateBody } from "../schema";
import { type CreatedPost, createPost } from "./create-post";

/**
 * Makes a post and starts its run, once for each `Idempotency-Key`. From here on the run goes on by
 * itself, whatever becomes of the request, the page or this server.
 */
export async function startPost(
  user: UserId,
  body: GenerateBody,
  idempotencyKey: string | null,
): Promise<CreatedPost> {
  const post = await createPost(user, body, idempotencyKey);
  if (post.created) await beginRun({ user, postId: post.id });
  return post;
}
