import "server-only";
import { requireConfig } from "../../config";
import { shareInProcess } from "../../share-in-process";
import type { Claim } from "./claim-step";

/** A step that this process works on; aborting it closes its connections to the providers. */
export type LivingStep = { postId: string; claim: Claim; controller: AbortController };

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
/** Runs that this process has handed to its engine, or done a step of, and when. */
const vouched = shareInProcess("vouched-runs", () => new Map<string, number>());

/** Says that a run is under way here though no step of it may be: the engine is between two. */
export function vouchFor(postId: string): void {
  vouched.set(postId, Date.now());
}

/** A run that has ended, or waits for its user, is vouched for no longer. */
export function stopVouching(postId: string): void {
  vouched.delete(postId);
}

/** The runs that this process vouches for; one that its engine has lost is forgotten in time. */
export function listVouched(): string[] {
  const longest = VOUCHED_MS[requireConfig().mode];
  for (const [postId, since] of vouched) if (Date.now() - since > longest) vouched.delete(postId);
  return [...vouched.keys()];
}
