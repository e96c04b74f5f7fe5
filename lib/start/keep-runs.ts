import "server-only";
import { sweepRuns } from "../blog/durable/runs/sweep-runs";
import { compactResting } from "../blog/events/compact-resting";
import { sweepAnswers } from "../copilot/runs/sweep-answers";
import { asKeeper } from "../db/as-keeper";
import { PACES } from "../limits/paces";
import { log } from "../logs/log";
import { sweepSetups } from "../onboarding/setup/sweep-setups";
import { shareInProcess } from "../process/share-in-process";
import { isStopping } from "../process/stopping";

type Shared = { timer?: NodeJS.Timeout; tidiedAt: number };
const shared = shareInProcess("run-sweep", (): Shared => ({ tidiedAt: performance.now() }));

/** Looks every few seconds for what nobody gives any more. */
export function keepRuns(): void {
  clearTimeout(shared.timer);
  shared.timer = setTimeout(async () => {
    if (isStopping()) return;
    await sweep();
    if (performance.now() - shared.tidiedAt >= PACES.tidyMs) await tidyUp();
    keepRuns();
  }, PACES.sweepMs);
  shared.timer.unref();
}

/** Once, where no process lives on between requests: called by the platform's clock. */
export async function keepOnce(): Promise<void> {
  await sweep();
  await tidyUp();
}

/** Runs, answers and setups that nobody gives any more: runs and setups go on, answers end. */
async function sweep(): Promise<void> {
  await sweepRuns().catch((error: unknown) => log.warn({ err: error }, "No sweep of the runs"));
  await sweepAnswers().catch((err: unknown) => log.warn({ err }, "No sweep of the answers"));
  await sweepSetups().catch((error: unknown) => log.warn({ err: error }, "No sweep of setups"));
}

/** What can wait. */
async function tidyUp(): Promise<void> {
  shared.tidiedAt = performance.now();
  await compactResting().catch((err: unknown) => log.warn({ err }, "No events were compacted"));
}

/**
 * Says of every run that nobody runs it: true in development when its only server starts, so that
 * what a kill has cut short goes on at once.
 */
export async function forgetRunners(): Promise<void> {
  await asKeeper([
    { text: "UPDATE posts SET heartbeat_at = NULL WHERE status = 'running'", parameters: [] },
    {
      text: "UPDATE post_checkpoints SET heartbeat_at = '-infinity' WHERE finished_at IS NULL",
      parameters: [],
    },
  ]);
}
