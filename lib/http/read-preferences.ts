import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";

const IDEMPOTENCY_KEY = new RegExp(`^[\\x21-\\x7e]{1,${LIMITS.repeatKeyCharacters}}$`);

/** Seconds in `Prefer: wait=N`, bounded; null when there is no such preference. */
export function readWait(headers: Headers): number | null {
  const seconds = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})/i.exec(headers.get("prefer") ?? "")?.[1];
  return seconds === undefined ? null : Math.min(Number(seconds), LIMITS.preferWaitSeconds);
}

/** True when the client accepts an event stream. */
export function acceptsEvents(headers: Headers): boolean {
  return /\btext\/event-stream\b/i.test(headers.get("accept") ?? "");
}

/** The `Idempotency-Key`, if any. @throws AppError `invalid` when it is too long, or not of visible characters. */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null || IDEMPOTENCY_KEY.test(key)) return key;
  const message = `Send 1 to ${LIMITS.repeatKeyCharacters} visible ASCII characters.`;
  throw new AppError("invalid", { fields: [{ field: "Idempotency-Key", message }] });
}

/** The id after which events are wanted: `Last-Event-ID`, or `?after=` for a first connection. */
export function readLastEventId(request: Request): number {
  const text =
    request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after") ?? "0";
  const id = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isInteger(id)) return id;
  throw new AppError("invalid", {
    fields: [{ field: "Last-Event-ID", message: "Send the id of an event." }],
  });
}
