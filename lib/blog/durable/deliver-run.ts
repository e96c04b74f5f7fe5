/**
 * How a step goes from the engine to its row and back:
 *
 *     write-post.ts ─ deliverRun ─ runStretch       as many steps as one delivery has time for, in THE order
 *      (at least                     │              of pipeline.ts
 *       once)                        └─ runStep ─ claimStep       its row in post_checkpoints is ours, or somebody's
 *                                         │       loadStep        the run, and what earlier steps have made
 *                                         │       dispatchStage   the stage or section that does the work
 *                                         │       finishStep      the row keeps what it made
 *                                         ├─ a wait: leaveStep lets go of all, and the engine delivers the run later
 *                                         └─ a failure: endRun gives the post its status and its last events
 *
 *     living/  while it works, this process vouches for it, and aborts it when its run was stopped
 *     runs/    a run waits for its turn, is launched, swept up after a kill and gone on with, or parked
 */

import { runStretch } from "./runs/run-stretch";
import type { Stretch, Waits } from "./step-results";

/** The step of the workflow: what the engine delivers, at least once. */
export async function deliverRun(postId: string, waits: Waits): Promise<Stretch> {
  "use step";
  return runStretch(postId, waits);
}
