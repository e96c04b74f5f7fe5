import { type Answer, jsonPost, requestJson } from "@/app/_ui/messages/problem";
import {
  type Publication,
  type PublicationsAnswer,
  type PublishInput,
  publicationsAnswer,
  publishAnswer,
} from "@/lib/publish/schema";

/** Reads the history of a post, what stands against publishing it, and where it may go. */
export function readPublications(postId: string): Promise<Answer<PublicationsAnswer>> {
  return requestJson(`/api/blog/posts/${postId}/publications`, publicationsAnswer);
}

/** Publishes a post; the same `key` again never makes a second one. */
export function sendPublication(
  postId: string,
  input: PublishInput,
  key: string,
): Promise<Answer<{ publication: Publication }>> {
  const init = jsonPost(input, { "idempotency-key": key });
  return requestJson(`/api/blog/posts/${postId}/publish`, publishAnswer, init);
}
