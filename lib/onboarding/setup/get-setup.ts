import "server-only";
import { eq, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";
import { recoverSetup } from "./recover-setup";
import { type SetupState, type SetupTarget, setupState } from "./schema";

const isSilent = sql<boolean>`${setupRuns.status} = 'running'
  AND ${setupRuns.heartbeatAt} < now() - make_interval(secs => ${LIMITS.staleSeconds})`;

/**
 * The user's setup as it is, or a persona that is made by itself; null where it was never begun. Whoever
 * looks at one that nobody does any more wakes it.
 */
export async function getSetup(
  user: UserId,
  target: SetupTarget = "setup",
): Promise<SetupState | null> {
  const [found] = await asUser(user, (tx) =>
    tx
      .select({ row: setupRuns, silent: isSilent })
      .from(setupRuns)
      .where(eq(setupRuns.target, target)),
  );
  if (!found) return null;
  const { row, silent } = found;
  if (silent) await recoverSetup(user, row);
  return setupState.parse({ ...row, waitUntil: row.waitUntil?.toISOString() ?? null });
}
