import type { LogEntry } from "@/sandbox/log/request-log";

type Span = { start: number; end: number };

/** When a call was under way, in milliseconds of the epoch. */
export function toSpan({ at, ms }: Pick<LogEntry, "at" | "ms">): Span {
  const start = Date.parse(at);
  return { start, end: start + (ms ?? 0) };
}

/**
 * The sum of the provider's own time along the chain of calls that a run waited for: from the last
 * call back, each time to the one that had ended latest before it began. In milliseconds.
 */
export function sumCriticalPath(calls: Span[]): number {
  const chain: Span[] = [];
  let next = latest(calls);
  while (next) {
    chain.push(next);
    const { start } = next;
    next = latest(calls.filter((call) => call.end <= start && call.start < start));
  }
  return chain.reduce((sum, { start, end }) => sum + end - start, 0);
}

function latest(calls: Span[]): Span | undefined {
  return calls.reduce<Span | undefined>(
    (last, call) => (!last || call.end > last.end ? call : last),
    undefined,
  );
}
