import { LIMITS } from "../limits/registry";
import { deliverStep } from "./durable/deliver-step";
import type { StepResult } from "./durable/step-results";

/**
 * THE order of a run, as a durable workflow. It carries the post's id only; each step finds whose
 * it is, and what the earlier ones made in the post's checkpoints, so the same workflow starts a run and goes on with one.
 */
export async function writePost(postId: string): Promise<void> {
  "use workflow";
  let last: StepResult = { ended: false, sectionIds: [] };
  for (const step of ["preflight", "plan", "library", "outline"] as const) {
    last = await deliverStep(postId, step);
    if (last.ended) return;
  }
  const waiting = [...last.sectionIds];
  let ended = false;
  const writeInTurn = async () => {
    for (let id = waiting.shift(); id !== undefined && !ended; id = waiting.shift())
      ended = (await deliverStep(postId, `section:${id}`)).ended || ended;
  };
  await Promise.all(Array.from({ length: LIMITS.sectionsAtOnce }, writeInTurn));
  if (ended || (await deliverStep(postId, "seo")).ended) return;
  await deliverStep(postId, "finish");
}
