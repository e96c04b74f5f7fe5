import "server-only";
import type { UserId } from "../../auth/user-id";
import { timeLimit } from "../../time-limit";
import type { PostEvent } from "../schema";
import { followEvents } from "./follow-events";

const HEARTBEAT_MS = 15_000;
/** Ends before the platform's limit of 300 s; the client reconnects by itself. */
const LONGEST_MS = 280_000;
const RETRY_MS = 1_000;

/** A post whose events are wanted, from the one after `after`. */
export type EventStream = {
  user: UserId;
  postId: string;
  after: number;
  clientSignal: AbortSignal;
};

/** The events of a post as `text/event-stream`: stored ones first, then those to come, until `done`. */
export function streamEvents(stream: EventStream, headers: Record<string, string> = {}): Response {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, stream.clientSignal, timeLimit(LONGEST_MS)]);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      void pump(controller, stream, signal);
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
  { user, postId, after }: EventStream,
  signal: AbortSignal,
): Promise<void> {
  const send = (frame: string) => {
    if (!signal.aborted) controller.enqueue(encoder.encode(frame));
  };
  const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
  try {
    send(`retry: ${RETRY_MS}\n\n`);
    for await (const event of followEvents(user, postId, { after, signal })) send(toFrame(event));
    controller.close();
  } catch (error) {
    if (!signal.aborted) controller.error(error);
  } finally {
    clearInterval(heartbeat);
  }
}

/** One event as a frame of server-sent events. */
export function toFrame({ id, type, data }: PostEvent): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
