import { applyEvent } from "@/lib/blog/apply-event";
import type { EventData, Post, PostDocument, PostEvent, PostStatus } from "@/lib/blog/schema";

/** What the page knows of a run: the stored document and what was said since. */
export type RunState = {
  status: PostStatus;
  document: PostDocument;
  lastEventId: number;
  /** Why and until when the run waits, while it does. */
  wait: EventData["wait"] | null;
};

/** The state of a post as the server stored it. */
export function startState({ status, document, lastEventId }: Post): RunState {
  return { status, document, lastEventId, wait: null };
}

/** Folds one event in. An event that was seen before (after a reconnect) changes nothing. */
export function foldEvent(state: RunState, event: PostEvent): RunState {
  if (event.id <= state.lastEventId) return state;
  return {
    status: nextStatus(state.status, event),
    document: applyEvent(state.document, event),
    lastEventId: event.id,
    wait: event.type === "wait" ? event.data : null,
  };
}

function nextStatus(status: PostStatus, event: PostEvent): PostStatus {
  if (event.type === "done") return event.data.status;
  if (event.type === "needs-key") return "needs-key";
  if (event.type === "wait") return "waiting";
  return status === "queued" || status === "waiting" ? "running" : status;
}
