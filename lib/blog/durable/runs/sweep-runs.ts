import "server-only";
import { mintUserId } from "../../../auth/user-id";
import { asKeeper } from "../../../db/as-keeper";
import { LIMITS } from "../../../limits/registry";
import { log } from "../../../logs/log";
import { recoverRun } from "./recover-run";
import { startQueued } from "./start-queued";

const SILENT = `heartbeat_at < now() - interval '${LIMITS.staleSeconds} seconds'`;
const ABANDONED = `
  SELECT p.id, p.user_id, p.attempt FROM posts p
  WHERE p.status = 'running' AND (p.heartbeat_at IS NULL OR p.${SILENT} OR EXISTS (
    SELECT 1 FROM post_checkpoints c
    WHERE c.post_id = p.id AND c.finished_at IS NULL AND c.owner IS NOT NULL AND c.${SILENT}))
  LIMIT 100`;
const WAITING = `
  SELECT DISTINCT user_id FROM posts
  WHERE status = 'queued' AND created_at < now() - interval '${LIMITS.staleSeconds} seconds' LIMIT 100`;

/**
 * Goes on with the runs that nobody runs any more, as after a kill, whichever server they were on:
 * finished steps are not done again. Starts queued runs whose turn nobody gave them.
 */
export async function sweepRuns(): Promise<void> {
  const [abandoned = [], waiting = []] = await asKeeper([
    { text: ABANDONED, parameters: [] },
    { text: WAITING, parameters: [] },
  ]);
  for (const { id, user_id: user, attempt } of abandoned)
    await goOn(() =>
      recoverRun({ user: mintUserId(String(user)), postId: String(id) }, Number(attempt)),
    );
  for (const row of waiting) await goOn(() => startQueued(mintUserId(String(row.user_id))));
}

/** One run that cannot be gone on with keeps no other from it; it is tried again at the next sweep. */
async function goOn(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error }, "A run could not be gone on with");
  }
}
