import "server-only";
import { eq, sql } from "drizzle-orm";
import { usageEvents } from "@/drizzle/schema";
import type { UserId } from "../../auth/user-id";
import type { UserTransaction } from "../../db/as-user";
import { AppError } from "../../errors";
import type { Cost } from "../schema";
import { changePost } from "./change-post";

/** Tells the followers of a post what it has cost with its tools, from the ledger. Makes no version. */
export async function recordToolCost(user: UserId, postId: string): Promise<void> {
  try {
    await changePost(user, postId, async ({ document }, tx) => {
      const data = await readCost(tx, postId);
      const isKnown = data.totalUsd === document.cost.totalUsd;
      return { events: isKnown ? [] : [{ type: "cost", data }] };
    });
  } catch (error) {
    if (!(error instanceof AppError) || !isGone(error)) throw error;
  }
}

/** A post that was deleted meanwhile tells nobody; one that is written again tells its cost itself. */
function isGone({ code }: AppError): boolean {
  return code === "not_found" || code === "still_writing";
}

async function readCost(tx: UserTransaction, postId: string): Promise<Cost> {
  const total = sql<number>`sum(${usageEvents.costUsd})`.mapWith(Number);
  const rows = await tx
    .select({ provider: usageEvents.provider, total })
    .from(usageEvents)
    .where(eq(usageEvents.postId, postId))
    .groupBy(usageEvents.provider)
    .orderBy(usageEvents.provider);
  const totalUsd = rows.reduce((sum, row) => sum + row.total, 0);
  return {
    totalUsd: Number(totalUsd.toFixed(6)),
    byProvider: Object.fromEntries(rows.map((row) => [row.provider, row.total])),
  };
}
