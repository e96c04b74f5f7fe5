import "server-only";
import { start } from "workflow/api";
import { log } from "../../logs/log";
import type { SetupStage } from "./schema";
import { SETUP_STAGES } from "./setup-stages";

/**
 * Hands a setup to the workflow engine. One that it does not take falls silent, and is tried again.
 *
 * @param stages what of it is to be made; a stage that is done already is not done again.
 */
export async function launchSetup(
  id: string,
  stages: readonly SetupStage[] = SETUP_STAGES,
): Promise<void> {
  try {
    const { makeSetup } = await import("./pipeline");
    await start(makeSetup, [id, stages]);
  } catch (error) {
    log.error({ err: error, setupId: id }, "A setup could not be started");
  }
}
