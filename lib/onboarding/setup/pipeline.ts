import { deliverStage } from "./deliver-stage";
import { SETUP_STAGES } from "./schema";

/**
 * THE order of a setup, as a durable workflow. It carries the setup's id only: each stage finds whose it
 * is, and finished ones are not done again, so the same workflow begins a setup and goes on with one.
 */
export async function makeSetup(id: string): Promise<void> {
  "use workflow";
  for (const stage of SETUP_STAGES) if ((await deliverStage(id, stage)).ended) return;
}
