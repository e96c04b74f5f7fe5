import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { LIMITS } from "../../limits/registry";
import { launchSetup } from "./launch-setup";

type Seen = { id: string; attempt: number };

/**
 * Goes on with a setup that nobody does any more, at the stage where it was. Of several that try, one does.
 *
 * @param seen as it was found: whoever has seen the same comes too late.
 */
export async function recoverSetup(user: UserId, seen: Seen): Promise<void> {
  const isTired = seen.attempt >= LIMITS.runStarts;
  const ended = { status: "failed", problem: { code: "interrupted" }, owner: null };
  const again = { attempt: seen.attempt + 1, owner: null, heartbeatAt: sql`now()` };
  const [taken] = await asUser(user, (tx) =>
    tx
      .update(setupRuns)
      .set(isTired ? ended : again)
      .where(
        and(
          eq(setupRuns.id, seen.id),
          eq(setupRuns.attempt, seen.attempt),
          eq(setupRuns.status, "running"),
        ),
      )
      .returning({ id: setupRuns.id }),
  );
  if (taken && !isTired) await launchSetup(taken.id);
}
