import { LIMITS } from "../limits/registry";
import type { StepId, StepResult } from "./durable/step-results";

/** Does a step of a run, or finds it done. */
export type DoStep = (step: StepId) => Promise<StepResult>;

/**
 * THE order of a run. Steps that are done already are not done again, so the same order starts a run and
 * goes on with one.
 *
 * @returns how the run stands: ended, or that a step could not be done now.
 */
export async function followPipeline(doStep: DoStep): Promise<StepResult> {
  let last: StepResult = { ended: false, sectionIds: [] };
  for (const step of ["preflight", "plan", "library", "outline"] as const) {
    last = await doStep(step);
    if (!goesOn(last)) return last;
  }
  const sections = await writeSections(last.sectionIds, doStep);
  if (!goesOn(sections)) return sections;
  const seo = await doStep("seo");
  return goesOn(seo) ? doStep("finish") : seo;
}

function goesOn({ ended, waitSeconds }: StepResult): boolean {
  return !ended && waitSeconds === undefined;
}

/**
 * Some at a time. One that has to wait keeps no other from being written; one that ends the run does, and
 * one that its user has no place for now is left to a writer that has one.
 */
async function writeSections(sectionIds: string[], doStep: DoStep): Promise<StepResult> {
  const waiting = [...sectionIds];
  const held: StepResult[] = [];
  let writers = LIMITS.sectionsAtOnce;
  const writeInTurn = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const result = await doStep(`section:${id}`);
      if (result.isCrowded && writers > 1) return waiting.unshift(id);
      if (!goesOn(result)) held.push(result);
      if (held.some(({ ended }) => ended)) return;
    }
  };
  const write = () => writeInTurn().finally(() => (writers -= 1));
  const ends = await Promise.allSettled(Array.from({ length: writers }, write));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return held.find(({ ended }) => ended) ?? held[0] ?? { ended: false, sectionIds: [] };
}
