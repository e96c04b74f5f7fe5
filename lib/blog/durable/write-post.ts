import { sleep } from "workflow";
import { deliverRun } from "./deliver-run";
import type { Waits } from "./step-results";

/**
 * A run as a durable workflow. It carries the post's id only; each delivery finds whose it is, and what
 * was made before in the post's checkpoints, so the same workflow starts a run and goes on with one. A
 * run that has to wait is slept over by the engine: no worker, no request and no process is held.
 */
export async function writePost(postId: string): Promise<void> {
  "use workflow";
  let waits: Waits = {};
  for (;;) {
    const stretch = await deliverRun(postId, waits);
    if (stretch.ended) return;
    waits = stretch.waits;
    if (stretch.waitSeconds > 0) await sleep(stretch.waitSeconds * 1_000);
  }
}
