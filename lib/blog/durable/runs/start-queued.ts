import "server-only";
import type { UserId } from "../../../auth/user-id";
import { pipelineAsUser } from "../../../db/as-user";
import { inTurn } from "../../../db/in-turn";
import { LIMITS } from "../../../limits/registry";
import { isStopping } from "../../../process/stopping";
import { launchRun } from "./launch-run";

const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1))";
const TAKE = `
  UPDATE posts SET status = 'running', attempt = attempt + 1, heartbeat_at = now(), updated_at = now()
  WHERE id IN (
    SELECT id FROM posts WHERE status = 'queued' ORDER BY created_at
    LIMIT (SELECT greatest(0, ${LIMITS.runsAtOnce} - count(*)) FROM posts WHERE status = 'running')
  ) RETURNING id`;

/** Starts a user's oldest queued runs, as many as may run at once. Safe to call at any time, anywhere. */
export async function startQueued(user: UserId): Promise<void> {
  const taken = await takeRuns(user);
  await Promise.all(taken.map((postId) => launchRun({ user, postId })));
}

/** Marks the runs whose turn has come as running; none where the server ends. @returns their ids. */
export async function takeRuns(user: UserId): Promise<string[]> {
  if (isStopping()) return [];
  const statements = [
    { text: LOCK, parameters: [user] },
    { text: TAKE, parameters: [] },
  ];
  const [, taken = []] = await inTurn(user, () => pipelineAsUser(user, statements));
  return taken.map(({ id }) => String(id));
}
