import "server-only";
import { AppError } from "../errors";
import { PACES } from "../limits/paces";
import { LIMITS } from "../limits/registry";
import { log } from "../logs/log";
import { timeLimit } from "../process/time-limit";
import type { EmitWork, WorkEvents } from "./schema";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};
const encoder = new TextEncoder();

/** Long work: reports through `emit`, gives up when `signal` says so, returns the `data` of `done`. */
export type Work = (emit: EmitWork, signal: AbortSignal) => Promise<unknown>;

/**
 * Answers with the events of `work` while it is done. Nobody waits for it any more once the client
 * has hung up, or its time is over: then `signal` is aborted, which closes the connection to the provider.
 */
export function streamWork(request: Request, work: Work): Response {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, request.signal]);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      void pump(controller, work, signal);
    },
    cancel: () => gone.abort(),
  });
  return new Response(body, { headers: HEADERS });
}

async function pump(
  controller: ReadableStreamDefaultController<Uint8Array>,
  work: Work,
  signal: AbortSignal,
): Promise<void> {
  const send = (frame: string) => {
    if (!signal.aborted) controller.enqueue(encoder.encode(frame));
  };
  const emit: EmitWork = (type, data) => send(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  // The first bytes carry the headers: without them a client would wait for the first event.
  send(": begun\n\n");
  const heartbeat = setInterval(() => send(": still here\n\n"), PACES.streamBeatMs);
  const limit = timeLimit(LIMITS.requestSeconds * 1_000);
  try {
    emit("done", { data: await work(emit, AbortSignal.any([signal, limit])) });
  } catch (error) {
    const failure = limit.aborted ? new AppError("took_too_long") : error;
    if (!signal.aborted) emit("error", describeFailure(failure));
  } finally {
    clearInterval(heartbeat);
    if (!signal.aborted) controller.close();
  }
}

/** An expected failure by its code; any other is logged and says nothing. */
function describeFailure(error: unknown): WorkEvents["error"] {
  if (!(error instanceof AppError)) {
    log.error({ err: error }, "Long work failed");
    return { code: "internal" };
  }
  const { code, context } = error;
  const { provider, retryAfter } = context;
  return { code, ...(provider ? { provider } : {}), ...(retryAfter ? { retryAfter } : {}) };
}
