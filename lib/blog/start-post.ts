import "server-only";
import { after } from "next/server";
import type { UserId } from "../auth/user-id";
import { type CreatedPost, createPost } from "./create-post";
import { runPost } from "./run-post";
import type { GenerateBody } from "./schema";
import { takeTurn } from "./take-turn";

/**
 * Makes a post and starts its run, once for each `Idempotency-Key`. The run goes on when the
 * response is over and the page is closed.
 */
export async function startPost(
  user: UserId,
  body: GenerateBody,
  idempotencyKey: string | null,
): Promise<CreatedPost> {
  const post = await createPost(user, body, idempotencyKey);
  if (post.created) after(takeTurn(user, () => runPost(user, post.id, body)));
  return post;
}
