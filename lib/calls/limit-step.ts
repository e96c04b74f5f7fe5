import "server-only";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import { WaitError } from "./wait-error";

/** How soon a step is delivered again that took too long, in seconds. */
const AGAIN_SECONDS = 1;

/**
 * Aborts a delivery that takes longer than the platform gives a function: it comes back, a few times.
 *
 * @param spentMs of its time, before this step of it began.
 */
export function limitStep(controller: AbortController, spentMs = 0): NodeJS.Timeout {
  const problem = new AppError("provider_unreachable");
  const wait = new WaitError({ seconds: AGAIN_SECONDS, problem, most: LIMITS.slowDeliveries });
  const limit = setTimeout(() => controller.abort(wait), LIMITS.stepSeconds * 1_000 - spentMs);
  return limit.unref();
}

/** What a failed delivery has to wait for, if that is why it failed: a call said so, or its time was over. */
export function readWait(failure: unknown, signal: AbortSignal): WaitError | undefined {
  if (failure instanceof WaitError) return failure;
  const reason: unknown = signal.aborted ? signal.reason : undefined;
  return reason instanceof WaitError ? reason : undefined;
}

/** True where the user, or another process, has ended the step. */
export function isStopped(signal: AbortSignal): boolean {
  return signal.aborted && !(signal.reason instanceof WaitError);
}
