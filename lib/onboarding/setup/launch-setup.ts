import "server-only";
import { start } from "workflow/api";
import { log } from "../../logs/log";

/** Hands a setup to the workflow engine. One that it does not take falls silent, and is tried again. */
export async function launchSetup(id: string): Promise<void> {
  try {
    const { makeSetup } = await import("./pipeline");
    await start(makeSetup, [id]);
  } catch (error) {
    log.error({ err: error, setupId: id }, "A setup could not be started");
  }
}
