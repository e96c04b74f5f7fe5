import { sleep } from "workflow";
import { PACES } from "../../../limits/paces";
import { lookAfterRun } from "./look-after-run";

/**
 * Looks after one run until it is over, where no process lives on that could: a durable sleep of the
 * engine, so it holds nothing. It goes on with a run that fell silent, whether anybody looks at it or not.
 */
export async function watchRun(postId: string): Promise<void> {
  "use workflow";
  do await sleep(PACES.runWatchMs);
  while (await lookAfterRun(postId));
}
