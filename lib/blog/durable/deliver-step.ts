/**
 * How a step goes from the engine to its row and back:
 *
 *     pipeline.ts ─ deliverStep ─ runStep ─ claimStep        its row in post_checkpoints is ours, or somebody's
 *      (the order)  (at least     │         loadStep         the run, and what earlier steps have made
 *                    once)        │         dispatchStage    the stage or section that does the work
 *                                 │         finishStep       the row keeps what it made
 *                                 ├─ a wait: leaveStep lets go of all, and the engine delivers it later
 *                                 └─ a failure: endRun gives the post its status and its last events
 *
 *     living/  while it works, this process vouches for it, and aborts it when its run was stopped
 *     runs/    a run waits for its turn, is launched, swept up after a kill and gone on with, or parked
 */

import type { StepId, StepResult } from "./step-results";
import { runStep } from "./steps/run-step";

/** One step of the workflow: what the engine delivers, at least once; `delivery` counts from 0. */
export async function deliverStep(postId: string, step: StepId, delivery = 0): Promise<StepResult> {
  "use step";
  return runStep(postId, step, delivery);
}
