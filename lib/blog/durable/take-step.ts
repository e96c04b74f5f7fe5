import { performStep } from "./perform-step";
import type { StepId, StepResult } from "./steps";

/** One step of the workflow: what the engine delivers, at least once. */
export async function takeStep(postId: string, step: StepId): Promise<StepResult> {
  "use step";
  return performStep(postId, step);
}
