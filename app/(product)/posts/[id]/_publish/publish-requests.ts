import { type Answer, jsonPost, requestJson } from "@/app/_ui/messages/problem";
import {
  type PresentAnswer,
  type Publication,
  type PublicationsAnswer,
  type PublishInput,
  pictureAnswer,
  presentAnswer,
  publicationsAnswer,
  publishAnswer,
} from "@/lib/publish/schema";

const urlOf = (postId: string) => `/api/blog/posts/${postId}/publications`;

/** Reads the history of a post, what stands against publishing it, and where it may go. */
export function readPublications(postId: string): Promise<Answer<PublicationsAnswer>> {
  return requestJson(urlOf(postId), publicationsAnswer);
}

/** Asks a site what is there now, and what it takes. */
export function askSite(postId: string, siteId: string): Promise<Answer<PresentAnswer>> {
  return requestJson(`${urlOf(postId)}/present?integrationId=${siteId}`, presentAnswer);
}

/** Puts a picture into a site's library. */
export function sendPicture(
  postId: string,
  siteId: string,
  file: File,
): Promise<Answer<{ ref: string }>> {
  const url = `${urlOf(postId)}/picture?integrationId=${siteId}`;
  return requestJson(url, pictureAnswer, { method: "POST", body: file });
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
