import "server-only";
import { eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserTransaction } from "../db/as-user";

/**
 * What the calls of a post have cost by provider, and the most that those under way may cost, in US
 * dollars; `unpriced` are the tokens whose price is not known.
 */
export type PostCost = {
  byProvider: Record<string, number>;
  pendingUsd: number;
  unpriced: { inputTokens: number; outputTokens: number };
};

/** Sums a post's calls. What they have cost only grows: a call under way counts nothing until it is settled. */
export async function sumPostCost(tx: UserTransaction, postId: string): Promise<PostCost> {
  const { provider, costUsd, costBasis, reservedUsd, status } = usageEvents;
  const { inputTokens, outputTokens } = usageEvents;
  const isPending = sql`${status} = 'pending'`;
  const isUnpriced = sql`${costBasis} = 'unpriced' AND NOT ${isPending}`;
  const count = (tokens: AnyPgColumn) =>
    sql<number>`coalesce(sum(${tokens}) FILTER (WHERE ${isUnpriced}), 0)`.mapWith(Number);
  const rows = await tx
    .select({
      provider,
      calls: sql<number>`count(*) FILTER (WHERE NOT ${isPending})`.mapWith(Number),
      spent: sql<number>`coalesce(sum(${costUsd}), 0)`.mapWith(Number),
      pending: sql<number>`coalesce(sum(${reservedUsd}) FILTER (WHERE ${isPending}), 0)`.mapWith(
        Number,
      ),
      input: count(inputTokens),
      output: count(outputTokens),
    })
    .from(usageEvents)
    .where(eq(usageEvents.postId, postId))
    .groupBy(provider)
    .orderBy(provider);
  const paid = rows.filter(({ calls }) => calls > 0);
  return {
    byProvider: Object.fromEntries(paid.map((row) => [row.provider, row.spent])),
    pendingUsd: rows.reduce((sum, { pending }) => sum + pending, 0),
    unpriced: {
      inputTokens: rows.reduce((sum, { input }) => sum + input, 0),
      outputTokens: rows.reduce((sum, { output }) => sum + output, 0),
    },
  };
}
