import "server-only";
import { pipelineAsUser } from "../../../db/as-user";
import { LIMITS } from "../../../limits/registry";
import { log } from "../../../logs/log";
import { finishRun } from "../../finish-run";
import type { Ticket } from "../step-results";
import { launchRun } from "./launch-run";
import { startQueued } from "./start-queued";

const TAKE = `
  UPDATE posts SET attempt = attempt + 1, heartbeat_at = now()
  WHERE id = $1 AND attempt = $2 AND status = 'running' RETURNING id`;
const LET_GO = `
  UPDATE post_checkpoints SET owner = NULL
  WHERE post_id = $1 AND finished_at IS NULL
    AND heartbeat_at < now() - interval '${LIMITS.staleSeconds} seconds'`;

/**
 * Goes on with a run that nobody runs any more. Of several servers that try, one does.
 *
 * @param attempt of the run as it was seen: whoever has seen the same comes too late.
 */
export async function recoverRun(ticket: Ticket, attempt: number): Promise<void> {
  const { user, postId } = ticket;
  if (attempt >= LIMITS.runStarts) {
    await finishRun(user, postId, { status: "failed", problem: { code: "interrupted" } });
    await startQueued(user);
    return;
  }
  const [taken = []] = await pipelineAsUser(user, [
    { text: TAKE, parameters: [postId, attempt] },
    { text: LET_GO, parameters: [postId] },
  ]);
  if (taken.length === 0) return;
  log.info({ postId }, "Going on with a run that was cut short");
  await launchRun(ticket);
}
