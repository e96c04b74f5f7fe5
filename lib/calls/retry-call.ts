import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import pRetry from "p-retry";
import { AppError } from "../errors";
import type { Caller } from "./caller";

/** Another try may succeed; every other code would fail again. */
const PASSING = new Set([
  "provider_overloaded",
  "provider_unreachable",
  "reply_cut_off",
  "reply_malformed",
]);
/** Longest wait for a quota that counts by the minute, in seconds. */
const MAX_WAIT_SECONDS = 65;
const DEFAULT_WAIT_SECONDS = 20;

/**
 * Makes a provider call up to three times: after a random backoff where the provider was away, after
 * the wait it asks for where the minute's quota is used up (announced to the caller).
 */
export function retryCall<T>(caller: Caller, call: () => Promise<T>): Promise<T> {
  return pRetry(call, {
    retries: 2,
    minTimeout: 300,
    factor: 3,
    randomize: true,
    signal: caller.signal,
    shouldRetry: ({ error }) => isPassing(error) || quotaWait(error) !== undefined,
    onFailedAttempt: async ({ error, retriesLeft }) => {
      const seconds = quotaWait(error);
      if (seconds === undefined || retriesLeft === 0) return;
      const until = new Date(Date.now() + seconds * 1_000).toISOString();
      caller.onWait(until);
      await pause(seconds * 1_000, undefined, { signal: caller.signal });
    },
  });
}

function isPassing(error: unknown): boolean {
  return error instanceof AppError && PASSING.has(error.code);
}

/** Seconds to wait for a quota by the minute; undefined when waiting would not help. */
function quotaWait(error: unknown): number | undefined {
  if (!(error instanceof AppError) || error.code !== "quota_minute") return undefined;
  const seconds = error.context.retryAfter ?? DEFAULT_WAIT_SECONDS;
  return seconds <= MAX_WAIT_SECONDS ? seconds : undefined;
}
