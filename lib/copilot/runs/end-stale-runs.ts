import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { assistantRuns } from "@/drizzle/schema/assistant";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";
import { abandonRun } from "./abandon-run";

/** Ends the answers of a user that were cut short by a kill: what their calls set aside is settled first. */
export async function endStaleRuns(user: UserId): Promise<void> {
  const { id, heartbeatAt, endedAt } = assistantRuns;
  const silent = sql`${heartbeatAt} < now() - make_interval(secs => ${LIMITS.assistantStaleSeconds})`;
  const stale = await asUser(user, (tx) =>
    tx
      .select({ id })
      .from(assistantRuns)
      .where(and(isNull(endedAt), silent)),
  );
  for (const run of stale) {
    await abandonRun(user, run.id);
    await asUser(user, (tx) =>
      tx
        .update(assistantRuns)
        .set({ endedAt: sql`now()` })
        .where(and(eq(id, run.id), isNull(endedAt), silent)),
    );
  }
}
