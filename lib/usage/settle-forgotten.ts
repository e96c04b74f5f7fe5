import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserTransaction } from "../db/as-user";
import { LIMITS } from "../limits/registry";

/**
 * Settles the rows of calls that nobody will settle any more, at the most that they may have cost: what
 * they set aside would lie under a cap for ever.
 */
export async function settleForgotten(tx: UserTransaction): Promise<void> {
  const { status, createdAt, reservedUsd, costBasis } = usageEvents;
  const age = sql.raw(`interval '${LIMITS.callMinutes} minutes'`);
  await tx
    .update(usageEvents)
    .set({
      status: "estimated",
      costUsd: sql`CASE WHEN ${costBasis} <> 'unpriced' THEN ${reservedUsd} END`,
      settledAt: sql`now()`,
    })
    .where(and(eq(status, "pending"), lt(createdAt, sql`now() - ${age}`)));
}
