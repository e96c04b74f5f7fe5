import "server-only";
import { mintUserId } from "../../auth/user-id";
import { asKeeper } from "../../db/as-keeper";
import { LIMITS } from "../../limits/registry";
import { log } from "../../logs/log";
import { endStaleRuns } from "./end-stale-runs";

const STALE = `
  SELECT DISTINCT user_id FROM assistant_runs WHERE ended_at IS NULL
  AND heartbeat_at < now() - interval '${LIMITS.assistantStaleSeconds} seconds' LIMIT 100`;

/** Ends the answers that no server gives any more, as after a kill, so that nothing stays set aside for them. */
export async function sweepAnswers(): Promise<void> {
  const [rows = []] = await asKeeper([{ text: STALE, parameters: [] }]);
  for (const { user_id: user } of rows)
    await endStaleRuns(mintUserId(String(user))).catch((err: unknown) =>
      log.error({ err }, "An answer that was cut short could not be ended"),
    );
}
