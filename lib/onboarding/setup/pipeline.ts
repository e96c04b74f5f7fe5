import { sleep } from "workflow";
import { deliverStage } from "./deliver-stage";
import type { SetupStage, StageEnd } from "./schema";
import { SETUP_STAGES } from "./setup-stages";

/**
 * THE order of a setup, as a durable workflow. It carries the setup's id and its stages: each finds whose it
 * is, and finished ones are not done again, so the same workflow begins a setup and goes on with one.
 */
export async function makeSetup(
  id: string,
  stages: readonly SetupStage[] = SETUP_STAGES,
): Promise<void> {
  "use workflow";
  for (const stage of stages) if ((await doStage(id, stage)).ended) return;
}

/** A stage that has to wait is slept over by the engine: it holds nothing. */
async function doStage(id: string, stage: SetupStage): Promise<StageEnd> {
  for (let delivery = 0; ; delivery += 1) {
    const end = await deliverStage(id, stage, delivery);
    if (end.waitSeconds === undefined) return end;
    await sleep(end.waitSeconds * 1_000);
  }
}
