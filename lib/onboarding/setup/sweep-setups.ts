import "server-only";
import { mintUserId } from "../../auth/user-id";
import { asKeeper } from "../../db/as-keeper";
import { LIMITS } from "../../limits/registry";
import { recoverSetup } from "./recover-setup";

const ABANDONED = `
  SELECT id, user_id, attempt FROM setup_runs
  WHERE status = 'running' AND heartbeat_at < now() - interval '${LIMITS.staleSeconds} seconds' LIMIT 100`;

/** Goes on with the setups that nobody does any more, as after a kill, whichever server they were on. */
export async function sweepSetups(): Promise<void> {
  const [abandoned = []] = await asKeeper([{ text: ABANDONED, parameters: [] }]);
  for (const { id, user_id: user, attempt } of abandoned)
    await recoverSetup(mintUserId(String(user)), { id: String(id), attempt: Number(attempt) });
}
