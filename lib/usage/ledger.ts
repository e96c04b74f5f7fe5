import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { apiKeys } from "@/drizzle/schema/keys";
import { posts } from "@/drizzle/schema/posts";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "../auth/user-id";
import { RunEndedError } from "../blog/durable/run-ended-error";
import { asUser, type UserTransaction } from "../db/as-user";
import { AppError } from "../errors";
import type { ProviderId } from "../providers/schema";

/** A provider call that is about to be made. Money in US dollars. */
export type PlannedCall = {
  postId: string | null;
  provider: ProviderId;
  keyVersion: number;
  operation: string;
  /** The step of the post's run that makes it; none for what is asked of a finished post. */
  step?: string | undefined;
  model?: string;
  /** Tokens of the prompt, estimated. */
  inputTokens?: number;
  /** Null for a model without a price. */
  estimateUsd: number | null;
  /** The most that the calls of this post may cost together. */
  capUsd?: number | undefined;
};

/** How the cost of a call is known: said by the provider, priced from its counts, guessed, or not at all. */
export type CostBasis = "provider" | "priced" | "estimated" | "unpriced";

/**
 * What a call turned out to cost; `estimated` when it was stopped before the provider said. `costUsd`
 * is null for an unpriced model, and then alone. Token counts are whole and not negative.
 */
export type CallResult = {
  status: "settled" | "estimated" | "failed";
  costUsd: number | null;
  costBasis: CostBasis;
  inputTokens?: number;
  /** How many of `inputTokens` came from the provider's cache. */
  cachedTokens?: number;
  outputTokens?: number;
  /** The model that the provider says it billed. */
  billedModel?: string;
  /** The provider's own id of the reply. */
  responseId?: string;
};

/** Nothing is owed for a call that was refused, or never sent. */
export const NOTHING_OWED: CallResult = { status: "failed", costUsd: 0, costBasis: "provider" };

/**
 * Writes the ledger row of a call before it is made. The row holds the estimate, so that calls in
 * parallel cannot exceed a cap together; a lock per user orders them. A step of a run that has been
 * stopped gets no row, wherever it was stopped: it has not heard of it yet, and must call nobody.
 *
 * @returns the id of the row.
 * @throws AppError `cap_reached` when the cap could be exceeded.
 * @throws RunEndedError when the run of the step is not running.
 */
export async function openLedgerRow(user: UserId, call: PlannedCall): Promise<string> {
  return asUser(user, async (tx) => {
    const { estimateUsd, capUsd, ...planned } = call;
    const { postId, step } = call;
    if (postId && step) await requireRunning(tx, postId);
    if (postId && capUsd !== undefined)
      await requireWithin(tx, { user, postId, estimateUsd: estimateUsd ?? Infinity, capUsd });
    const costBasis = estimateUsd === null ? "unpriced" : "estimated";
    const row = { userId: user, ...planned, costUsd: estimateUsd, costBasis };
    const [opened] = await tx.insert(usageEvents).values(row).returning({ id: usageEvents.id });
    await tx
      .update(apiKeys)
      .set({ lastUsedAt: new Date() })
      .where(eq(apiKeys.provider, call.provider));
    if (!opened) throw new Error("The ledger row was not written.");
    return opened.id;
  });
}

/** The lock lets Stop, which changes the row, come before the call or after it, and not in between. */
async function requireRunning(tx: UserTransaction, postId: string): Promise<void> {
  const [post] = await tx
    .select({ status: posts.status })
    .from(posts)
    .where(eq(posts.id, postId))
    .for("key share");
  if (post?.status !== "running") throw new RunEndedError();
}

type Budget = { user: UserId; postId: string; estimateUsd: number; capUsd: number };

async function requireWithin(tx: UserTransaction, budget: Budget): Promise<void> {
  const { user, postId, estimateUsd, capUsd } = budget;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${user}, 0))`);
  const total = sql<number>`coalesce(sum(${usageEvents.costUsd}), 0)`.mapWith(Number);
  const [spent] = await tx
    .select({ total })
    .from(usageEvents)
    .where(eq(usageEvents.postId, postId));
  if ((spent?.total ?? 0) + estimateUsd > capUsd) throw new AppError("cap_reached");
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
    .select({ provider, total: sql<number>`coalesce(sum(${costUsd}), 0)`.mapWith(Number) })
    .from(usageEvents)
    .where(eq(usageEvents.postId, postId))
    .groupBy(provider)
    .orderBy(provider);
  return Object.fromEntries(rows.map((row) => [row.provider, row.total]));
}
