import "server-only";
import type { UserId } from "../../../auth/user-id";
import { requireConfig } from "../../../config/config";
import { shareInProcess } from "../../../process/share-in-process";
import type { Claim } from "../steps/claim-step";

/** A step that this process works on; aborting it closes its connections to the providers. */
export type LivingStep = {
  user: UserId;
  postId: string;
  claim: Claim;
  controller: AbortController;
};

/** The steps of this process, so that Stop and the keeper find them. */
export const livingSteps = shareInProcess("living-steps", () => new Set<LivingStep>());

/** Why a step was aborted that the user, or another process, has ended. */
export function abortStep({ controller }: LivingStep): void {
  controller.abort(new DOMException("Stopped by the user", "AbortError"));
}

/**
 * How long a process vouches for a run whose next step it waits for, in milliseconds. In development
 * the engine is in this process, and a route may be compiled in between; elsewhere another server
 * may be the one that has died.
 */
const VOUCHED_MS = { development: 300_000, production: 15_000 };
/** A busy engine keeps every run waiting: one is lost when it waits so many times longer than others did. */
const TIMES_LONGER = 3;
const MOST_VOUCHED_MS = 300_000;
/** How much of the longest wait is remembered from one delivery to the next. */
const REMEMBERED = 0.9;
/** Runs that this process has handed to its engine, or done a step of, and when. */
const vouched = shareInProcess("vouched-runs", () => new Map<string, number>());
const engine = shareInProcess("engine-wait", () => ({ waitMs: 0 }));

/**
 * Says that a run is under way here though no step of it may be: the engine is between two, or sleeps
 * for `sleepSeconds` before the next.
 */
export function vouchFor(postId: string, sleepSeconds = 0): void {
  vouched.set(postId, Date.now() + sleepSeconds * 1_000);
}

/** Says that the engine has delivered a step of a run, which shows how long it keeps runs waiting. */
export function noteDelivery(postId: string): void {
  const since = vouched.get(postId) ?? Date.now();
  engine.waitMs = Math.max(Date.now() - since, engine.waitMs * REMEMBERED);
  vouchFor(postId);
}

/** A run that has ended, or waits for its user, is vouched for no longer. */
export function stopVouching(postId: string): void {
  vouched.delete(postId);
}

/**
 * The runs that this process vouches for: those that it does a step of, and those whose next step it
 * waits for. One that its engine has lost is forgotten in time.
 */
export function listVouched(): string[] {
  for (const { postId } of livingSteps) vouchFor(postId);
  const usual = VOUCHED_MS[requireConfig().mode];
  const longest = Math.max(usual, Math.min(MOST_VOUCHED_MS, TIMES_LONGER * engine.waitMs));
  for (const [postId, since] of vouched) if (Date.now() - since > longest) vouched.delete(postId);
  return [...vouched.keys()];
}
