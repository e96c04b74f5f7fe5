import "server-only";
import { and, eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser, type UserTransaction } from "../db/as-user";
import { sumPostCost } from "../usage/ledger";
import type { Run } from "./run";
import type { Cost } from "./schema";

/** What a post has cost so far, from the ledger. */
export async function totalCost(tx: UserTransaction, postId: string): Promise<Cost> {
  const byProvider = await sumPostCost(tx, postId);
  const totalUsd = Object.values(byProvider).reduce((sum, usd) => sum + usd, 0);
  return { totalUsd: Number(totalUsd.toFixed(6)), byProvider };
}

/** Tells the followers of a run, and the list of posts, what it has cost so far. */
export async function reportCost({
  user,
  postId,
  emit,
}: Pick<Run, "user" | "postId" | "emit">): Promise<void> {
  const cost = await asUser(user, async (tx) => {
    const total = await totalCost(tx, postId);
    await tx
      .update(posts)
      .set({ costUsd: total.totalUsd })
      .where(and(eq(posts.id, postId), eq(posts.status, "running")));
    return total;
  });
  emit("cost", cost);
}
