import "server-only";
import type { UserId } from "../../auth/user-id";
import { takeStreamPlace } from "../../limits/limit-streams";
import { PACES } from "../../limits/paces";
import { LIMITS } from "../../limits/registry";
import { isStopping, stoppingSignal } from "../../process/stopping";
import { timeLimit } from "../../process/time-limit";
import type { PostEvent } from "../schema";
import { followEvents } from "./follow-events";

/** When to connect again, in milliseconds: soon, or not before the page is looked at. */
const SOON = "retry: 1000\n\n";
const LATER = "retry: 3600000\n\n";

/** A post whose events are wanted, from the one after `after`. */
export type EventStream = {
  user: UserId;
  postId: string;
  after: number;
  clientSignal: AbortSignal;
  /** How long it may take, in milliseconds. */
  longestMs?: number;
  /** When the proof of who asks ends, in milliseconds of the epoch; the client brings a new one. */
  expiresAt?: number | null;
};

/**
 * The events of a post as `text/event-stream`: stored ones first, then those to come, until `done` or
 * until its time is over. Then its last word is `retry:`, when to connect again.
 */
export function streamEvents(stream: EventStream, headers: Record<string, string> = {}): Response {
  const gone = new AbortController();
  const left = AbortSignal.any([gone.signal, stream.clientSignal]);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      void pump(controller, stream, left);
    },
    cancel: () => gone.abort(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      ...headers,
    },
  });
}

const encoder = new TextEncoder();

async function pump(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { user, postId, after, ...times }: EventStream,
  left: AbortSignal,
): Promise<void> {
  const limit = timeLimit(countTime(times));
  const place = takeStreamPlace(user);
  const signal = AbortSignal.any([left, limit, place.signal, stoppingSignal()]);
  let waiting = "";
  const flush = () => {
    if (waiting !== "" && !left.aborted) controller.enqueue(encoder.encode(waiting));
    waiting = "";
  };
  /** What is said at the same time goes out in one piece: each costs a write to the socket. */
  const send = (frame: string) => {
    if (waiting === "") setImmediate(flush);
    waiting += frame;
  };
  const heartbeat = setInterval(() => send(": still here\n\n"), PACES.streamBeatMs);
  try {
    send(SOON);
    for await (const event of followEvents(user, postId, { after, signal })) send(toFrame(event));
    if (place.signal.aborted) send(LATER);
    else if (limit.aborted || isStopping()) send(SOON);
    flush();
    controller.close();
  } catch (error) {
    waiting = "";
    if (!left.aborted) controller.error(error);
  } finally {
    clearInterval(heartbeat);
    place.leave();
  }
}

function countTime({ longestMs, expiresAt }: Pick<EventStream, "longestMs" | "expiresAt">): number {
  const proof = expiresAt == null ? Number.POSITIVE_INFINITY : expiresAt - Date.now();
  return Math.max(0, Math.min(longestMs ?? LIMITS.eventStreamSeconds * 1_000, proof));
}

/** One event as a frame of server-sent events. */
export function toFrame({ id, type, data }: PostEvent): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
