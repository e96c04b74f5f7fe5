import "server-only";
import { EventType } from "@ag-ui/core";
import { AppError, errorRow } from "../../errors";
import { PACES } from "../../limits/paces";
import { LIMITS } from "../../limits/registry";
import { log } from "../../logs/log";
import { timeLimit } from "../../process/time-limit";
import type { AgentEvent } from "../agent/talk";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};
const encoder = new TextEncoder();

type Ids = { threadId: string; runId: string };
/** What is told between the start and the end of a run; `gone` is aborted once nobody listens. */
export type Telling = (emit: (event: AgentEvent) => void, gone: AbortSignal) => Promise<void>;

/** Answers with a run in AG-UI's events: started, what `tell` says, and finished or failed. */
export function streamEvents(request: Request, ids: Ids, tell: Telling): Response {
  const closed = new AbortController();
  const gone = AbortSignal.any([closed.signal, request.signal]);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      void pump(controller, { ids, tell, gone, cancelled: closed.signal });
    },
    cancel: () => closed.abort(),
  });
  return new Response(body, { headers: HEADERS });
}

/** `cancelled` says that the stream itself is closed already. */
type Run = { ids: Ids; tell: Telling; gone: AbortSignal; cancelled: AbortSignal };

async function pump(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { ids, tell, gone, cancelled }: Run,
): Promise<void> {
  const send = (frame: string) => {
    if (!gone.aborted) controller.enqueue(encoder.encode(frame));
  };
  const emit = (event: AgentEvent) => send(`data: ${JSON.stringify(event)}\n\n`);
  const heartbeat = setInterval(() => send(": still here\n\n"), PACES.streamBeatMs);
  emit({ type: EventType.RUN_STARTED, ...ids });
  const limit = timeLimit(LIMITS.requestSeconds * 1_000);
  try {
    await tell(emit, AbortSignal.any([gone, limit]));
    emit({ type: EventType.RUN_FINISHED, ...ids });
  } catch (error) {
    emit(describeEnd(limit.aborted ? new AppError("took_too_long") : error, ids));
  } finally {
    clearInterval(heartbeat);
    if (!cancelled.aborted) controller.close();
  }
}

/** Stop is an end; an expected failure is told by its code; any other is logged and says nothing. */
function describeEnd(error: unknown, ids: Ids): AgentEvent {
  if (error instanceof DOMException && error.name === "AbortError")
    return { type: EventType.RUN_FINISHED, ...ids };
  if (!(error instanceof AppError)) log.error({ err: error }, "An answer failed");
  const code = error instanceof AppError ? error.code : "internal";
  return { type: EventType.RUN_ERROR, message: errorRow(code).title, code };
}
