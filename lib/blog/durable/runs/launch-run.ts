import "server-only";
import { start } from "workflow/api";
import { log } from "../../../logs/log";
import { keepStepsAlive } from "../living/keep-steps-alive";
import { stopVouching, vouchFor } from "../living/living-steps";
import type { Ticket } from "../step-results";

/**
 * Hands a run to the workflow engine. Finished steps of the post are not done again. A run that the
 * engine does not take gives no sign of life, and the sweep tries again.
 */
export async function launchRun({ postId }: Ticket): Promise<void> {
  vouchFor(postId);
  keepStepsAlive();
  try {
    const { writePost } = await import("../write-post");
    await start(writePost, [postId]);
  } catch (error) {
    stopVouching(postId);
    log.error({ err: error, postId }, "A run could not be started");
  }
}
