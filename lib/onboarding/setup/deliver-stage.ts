import { runStage } from "./run-stage";
import type { SetupStage, StageEnd } from "./schema";

/** One step of the workflow: what the engine delivers, at least once; `delivery` counts from 0. */
export async function deliverStage(id: string, stage: SetupStage, delivery = 0): Promise<StageEnd> {
  "use step";
  return runStage(id, stage, delivery);
}
