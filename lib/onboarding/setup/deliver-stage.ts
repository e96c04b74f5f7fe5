import { runStage } from "./run-stage";
import type { SetupStage } from "./schema";

/** One step of the workflow: what the engine delivers, at least once. */
export async function deliverStage(id: string, stage: SetupStage): Promise<{ ended: boolean }> {
  "use step";
  return runStage(id, stage);
}
