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
export function startState({ status, document, lastEventId, wait }: Post): RunState {
  return { status: wait ? "waiting" : status, document, lastEventId, wait };
}

/** The state of a run that goes on: nothing has been said since, and its turn may not have come. */
export function resumeState(state: RunState): RunState {
  return { ...state, status: "queued", wait: null };
}

/** Folds one event in. An event that was seen before (after a reconnect) changes nothing. */
export function foldEvent(state: RunState, event: PostEvent): RunState {
  if (event.id <= state.lastEventId) return state;
  return {
    status: nextStatus(state.status, event),
    document: applyEvent(state.document, event),
    lastEventId: event.id,
    wait: event.type === "wait" ? event.data : event.type === "cost" ? state.wait : null,
  };
}

function nextStatus(status: PostStatus, event: PostEvent): PostStatus {
  if (event.type === "done") return event.data.status;
  if (event.type === "needs-key") return "needs-key";
  if (event.type === "wait") return "waiting";
  if (event.type === "cost" && status === "waiting") return status;
  return status === "queued" || status === "waiting" ? "running" : status;
}
