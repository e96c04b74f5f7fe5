import { sleep } from "workflow";
import { lookAfterRun } from "./look-after-run";

/** How often a run is looked after, in milliseconds: a few steps of the platform's for each run. */
const LOOK_MS = 60_000;

/**
 * Looks after one run until it is over, where no process lives on that could: a durable sleep of the
 * engine, so it holds nothing. It goes on with a run that fell silent, whether anybody looks at it or not.
 */
export async function watchRun(postId: string): Promise<void> {
  "use workflow";
  do await sleep(LOOK_MS);
  while (await lookAfterRun(postId));
}
