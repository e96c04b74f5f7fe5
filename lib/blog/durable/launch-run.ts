import "server-only";
import { start } from "workflow/api";
import type { Ticket } from "./steps";

/** Hands a run to the workflow engine. Finished steps of the post are not done again. */
export async function launchRun(ticket: Ticket): Promise<void> {
  const { writePost } = await import("../pipeline");
  await start(writePost, [ticket]);
}
