import "server-only";
import { EventEmitter } from "node:events";
import { shareInProcess } from "../../process/share-in-process";
import type { PostEvent } from "../schema";

/** One feed for all route bundles of this process, and the newest event of each followed post. */
const feed = shareInProcess("event-feed", () => ({
  emitter: new EventEmitter<Record<string, [PostEvent[]]>>().setMaxListeners(0),
  newest: new Map<string, number>(),
}));

/** Hands stored events to the followers in this process; others read them from the table. */
export function publishEvents(postId: string, events: PostEvent[]): void {
  const last = events.at(-1);
  if (last) setNewest(postId, last.id);
  feed.emitter.emit(postId, events);
}

/**
 * Says that the table holds more of a post than its followers here were told: they read it there.
 *
 * @param lastSeq the id of the newest event that is stored.
 */
export function announceEvents(postId: string, lastSeq: number): void {
  if (lastSeq <= (feed.newest.get(postId) ?? 0)) return;
  setNewest(postId, lastSeq);
  feed.emitter.emit(postId, []);
}

/** The posts that are followed in this process. */
export function listFollowed(): string[] {
  return feed.emitter.eventNames().map(String);
}

/**
 * Calls `listener` with the events of a post as they are stored, and with none when there are more
 * than it was told. Returns how to stop.
 */
export function subscribe(postId: string, listener: (events: PostEvent[]) => void): () => void {
  feed.emitter.on(postId, listener);
  return () => {
    feed.emitter.off(postId, listener);
    if (feed.emitter.listenerCount(postId) === 0) feed.newest.delete(postId);
  };
}

function setNewest(postId: string, id: number): void {
  if (feed.emitter.listenerCount(postId) > 0)
    feed.newest.set(postId, Math.max(id, feed.newest.get(postId) ?? 0));
}
