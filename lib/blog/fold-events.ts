import { applyEvent, emptyDocument } from "./apply-event";
import type { PostDocument, PostEvent } from "./schema";

/**
 * The document that stored events make. An event that cannot be read, whatever wrote it, is left out:
 * a post must be read, stopped and deleted all the same.
 */
export function foldEvents(topic: string, events: readonly PostEvent[]): PostDocument {
  return events.reduce(
    (document, event) => (isReadable(event) ? (tryEvent(document, event) ?? document) : document),
    emptyDocument(topic),
  );
}

function isReadable({ data }: PostEvent): boolean {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function tryEvent(document: PostDocument, event: PostEvent): PostDocument | undefined {
  try {
    return applyEvent(document, event);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
