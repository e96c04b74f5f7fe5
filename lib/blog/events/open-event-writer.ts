import "server-only";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { UserId } from "../../auth/user-id";
import { PACES } from "../../limits/paces";
import type { EventData, EventType } from "../schema";
import { appendEvents, type Fence, type NewEvent } from "./append-events";
import { publishEvents } from "./event-feed";

/** Where a run says what happens. */
export type EventWriter = {
  /** Queues an event. It is stored and sent in order, in the background. */
  emit: <Type extends EventType>(type: Type, data: EventData[Type]) => void;
  /** Waits until everything queued is stored. Throws what storing threw. */
  flush: () => Promise<void>;
};

/** Whose events, and as the owner of which step. */
export type WriterOptions = { user: UserId; postId: string; fence?: Fence };

/**
 * Opens the writer of one step. Whatever is said in one turn, or queues up while a write is under way,
 * goes into the next one, with neighbouring deltas of a section joined: a busy database slows writes and
 * loses none.
 *
 * @param onFailure called once when events can no longer be stored: the run must end.
 */
export function openEventWriter(
  { user, postId, fence }: WriterOptions,
  onFailure: (error: unknown) => void,
): EventWriter {
  const queue: NewEvent[] = [];
  let draining: Promise<void> | undefined;
  let failure: { error: unknown } | undefined;
  let gatherMs: number = PACES.gatherMs;

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const onlyText = queue.every(({ type }) => type === "section-delta");
      await (onlyText ? pause(gatherMs) : nextTurn());
      const batch = joinDeltas(queue.splice(0));
      const start = performance.now();
      publishEvents(postId, await appendEvents(user, postId, batch, fence));
      const longer = PACES.gatherWrites * (performance.now() - start);
      gatherMs = Math.min(PACES.mostGatherMs, Math.max(PACES.gatherMs, longer));
    }
  }
  /** One drain at a time; what is queued while one ends starts the next. */
  function start(): void {
    if (draining || failure || queue.length === 0) return;
    draining = drain()
      .catch((error: unknown) => {
        failure = { error };
        onFailure(error);
      })
      .finally(() => {
        draining = undefined;
        start();
      });
  }
  return {
    emit: (type, data) => {
      queue.push({ type, data } as NewEvent);
      start();
    },
    flush: async () => {
      while (draining) await draining;
      if (failure) throw failure.error;
    },
  };
}

/** Joins deltas of one section that follow one another. */
export function joinDeltas(events: NewEvent[]): NewEvent[] {
  const joined: NewEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    const text = event.type === "section-delta" ? textAfter(last, event.data.sectionId) : undefined;
    if (event.type !== "section-delta" || text === undefined) joined.push(event);
    else
      joined[joined.length - 1] = {
        ...event,
        data: { ...event.data, text: text + event.data.text },
      };
  }
  return joined;
}

/** The text of the event before, when it is a delta of the same section. */
function textAfter(last: NewEvent | undefined, sectionId: string): string | undefined {
  return last?.type === "section-delta" && last.data.sectionId === sectionId
    ? last.data.text
    : undefined;
}
