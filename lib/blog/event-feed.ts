import "server-only";
import { EventEmitter } from "node:events";
import { shareInProcess } from "../share-in-process";
import type { PostEvent } from "./schema";

/** One feed for all route bundles of this process. */
const feed = shareInProcess("event-feed", () =>
  new EventEmitter<Record<string, [PostEvent[]]>>().setMaxListeners(0),
);

/** Hands stored events to the followers in this process; others read them from the table. */
export function publishEvents(postId: string, events: PostEvent[]): void {
  feed.emit(postId, events);
}

/** Calls `listener` with the events of a post as they are stored. Returns how to stop. */
export function subscribe(postId: string, listener: (events: PostEvent[]) => void): () => void {
  feed.on(postId, listener);
  return () => feed.off(postId, listener);
}
