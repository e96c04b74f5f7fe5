import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UsageTotals } from "../schema";

const { status, costUsd, costBasis, reservedUsd, inputTokens, cachedTokens, outputTokens } =
  usageEvents;
const number = (expression: SQL) => sql<number>`${expression}`.mapWith(Number);
const isOver = sql`${status} <> 'pending'`;

/** What is summed of calls, exact in the database. A call under way has no cost and no tokens yet. */
export const SUMS = {
  costUsd: number(sql`coalesce(sum(${costUsd}), 0)`),
  calls: number(sql`count(*)`),
  inputTokens: number(sql`coalesce(sum(${inputTokens}) FILTER (WHERE ${isOver}), 0)`),
  cachedTokens: number(sql`coalesce(sum(${cachedTokens}), 0)`),
  outputTokens: number(sql`coalesce(sum(${outputTokens}), 0)`),
  unpricedCalls: number(sql`count(*) FILTER (WHERE ${isOver} AND ${costBasis} = 'unpriced')`),
  estimatedCalls: number(sql`count(*) FILTER (WHERE ${isOver} AND ${costBasis} = 'estimated')`),
  pendingUsd: number(sql`coalesce(sum(${reservedUsd}) FILTER (WHERE ${status} = 'pending'), 0)`),
} satisfies Record<keyof UsageTotals, SQL>;
