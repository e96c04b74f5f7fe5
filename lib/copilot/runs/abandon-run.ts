import "server-only";
import { and, eq } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { settleLedgerRow } from "../../usage/ledger";

/** What the calls of an answer are booked under, so that a killed one can be settled. */
export function stepOfRun(runId: string): string {
  return `assistant:${runId}`;
}

/** Settles what a killed answer has left pending, at the most that each call may have cost. */
export async function abandonRun(user: UserId, runId: string): Promise<void> {
  const pending = await asUser(user, (tx) =>
    tx
      .select({ id: usageEvents.id, costUsd: usageEvents.reservedUsd })
      .from(usageEvents)
      .where(and(eq(usageEvents.step, stepOfRun(runId)), eq(usageEvents.status, "pending"))),
  );
  for (const { id, costUsd } of pending)
    await settleLedgerRow(user, id, { status: "estimated", costUsd, costBasis: "estimated" });
}
