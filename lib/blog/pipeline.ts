import "server-only";
import type { Run } from "./run";
import type { StageId } from "./schema";
import { checkReadiness } from "./stages/check-readiness";
import { outlinePost } from "./stages/outline-post";
import { planPost } from "./stages/plan-post";
import { searchSources } from "./stages/search-sources";
import { writeSections } from "./stages/write-sections";

/** THE order of stages. Each takes what the earlier ones made. */
export async function runPipeline(run: Run): Promise<void> {
  await inStage(run, "preflight", () => checkReadiness(run));
  const used = run.author.parts.map(({ part }) => part);
  if (used.length > 0) run.emit("used", { parts: used });
  const plan = await inStage(run, "plan", () => planPost(run));
  const library = await inStage(run, "search", () => searchSources(run, plan));
  const outline = await inStage(run, "outline", () => outlinePost(run, plan, library));
  await inStage(run, "sections", () => writeSections(run, { plan, library, outline }));
}

async function inStage<T>(run: Run, stage: StageId, work: () => Promise<T>): Promise<T> {
  run.signal.throwIfAborted();
  run.emit("stage", { stage, state: "started" });
  const result = await work();
  run.emit("stage", { stage, state: "done" });
  return result;
}
