import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { apiKeys, usageEvents } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import { AppError } from "../errors";
import type { ProviderId } from "../providers/schema";

/** A provider call that is about to be made. Money in US dollars. */
export type PlannedCall = {
  postId: string | null;
  provider: ProviderId;
  keyVersion: number;
  operation: string;
  /** The step of the post's run. */
  step?: string | undefined;
  model?: string;
  /** Tokens of the prompt, estimated. */
  inputTokens?: number;
  estimateUsd: number;
  /** The most that the calls of this post may cost together. */
  capUsd?: number | undefined;
};

/** What a call turned out to cost; `estimated` when it was stopped before the provider said. */
export type CallResult = {
  status: "settled" | "estimated" | "failed";
  costUsd: number;
  inputTokens?: number;
  outputTokens?: number;
};

/**
 * Writes the ledger row of a call before it is made. The row holds the estimate, so that calls in
 * parallel cannot exceed a cap together; a lock per user orders them.
 *
 * @returns the id of the row.
 * @throws AppError `cap_reached` when the cap could be exceeded.
 */
export async function openLedgerRow(user: UserId, call: PlannedCall): Promise<string> {
  return asUser(user, async (tx) => {
    const { estimateUsd, capUsd, ...planned } = call;
    if (capUsd !== undefined && call.postId) {
      await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${user}, 0))`);
      const total = sql<number>`coalesce(sum(${usageEvents.costUsd}), 0)`.mapWith(Number);
      const [spent] = await tx
        .select({ total })
        .from(usageEvents)
        .where(eq(usageEvents.postId, call.postId));
      if ((spent?.total ?? 0) + estimateUsd > capUsd) throw new AppError("cap_reached");
    }
    const row = { userId: user, ...planned, costUsd: estimateUsd };
    const [opened] = await tx.insert(usageEvents).values(row).returning({ id: usageEvents.id });
    await tx
      .update(apiKeys)
      .set({ lastUsedAt: new Date() })
      .where(eq(apiKeys.provider, call.provider));
    if (!opened) throw new Error("The ledger row was not written.");
    return opened.id;
  });
}

/** Settles the row of a call that has ended, however it ended. */
export async function settleLedgerRow(user: UserId, id: string, result: CallResult): Promise<void> {
  await asUser(user, (tx) =>
    tx
      .update(usageEvents)
      .set({ ...result, settledAt: new Date() })
      .where(and(eq(usageEvents.id, id), eq(usageEvents.status, "pending"))),
  );
}

/** What the calls of a post have cost so far, by provider, in US dollars. */
export async function sumPostCost(
  tx: UserTransaction,
  postId: string,
): Promise<Record<string, number>> {
  const { provider, costUsd } = usageEvents;
  const rows = await tx
    .select({ provider, total: sql<number>`sum(${costUsd})`.mapWith(Number) })
    .from(usageEvents)
    .where(eq(usageEvents.postId, postId))
    .groupBy(provider)
    .orderBy(provider);
  return Object.fromEntries(rows.map((row) => [row.provider, row.total]));
}
