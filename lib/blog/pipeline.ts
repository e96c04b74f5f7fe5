import { sleep } from "workflow";
import { LIMITS } from "../limits/registry";
import { deliverStep } from "./durable/deliver-step";
import type { StepId, StepResult } from "./durable/step-results";

/**
 * THE order of a run, as a durable workflow. It carries the post's id only; each step finds whose
 * it is, and what the earlier ones made in the post's checkpoints, so the same workflow starts a run and goes on with one.
 */
export async function writePost(postId: string): Promise<void> {
  "use workflow";
  let last: StepResult = { ended: false, sectionIds: [] };
  for (const step of ["preflight", "plan", "library", "outline"] as const) {
    last = await doStep(postId, step);
    if (last.ended) return;
  }
  const waiting = [...last.sectionIds];
  let ended = false;
  const writeInTurn = async () => {
    for (let id = waiting.shift(); id !== undefined && !ended; id = waiting.shift())
      ended = (await doStep(postId, `section:${id}`)).ended || ended;
  };
  await Promise.all(Array.from({ length: LIMITS.sectionsAtOnce }, writeInTurn));
  if (ended || (await doStep(postId, "seo")).ended) return;
  await doStep(postId, "finish");
}

/** A step that has to wait is slept over by the engine: no worker, no request and no process is held. */
async function doStep(postId: string, step: StepId): Promise<StepResult> {
  for (let delivery = 0; ; delivery += 1) {
    const result = await deliverStep(postId, step, delivery);
    if (result.waitSeconds === undefined) return result;
    await sleep(result.waitSeconds * 1_000);
  }
}
