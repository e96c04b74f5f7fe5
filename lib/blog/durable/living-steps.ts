import "server-only";
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
