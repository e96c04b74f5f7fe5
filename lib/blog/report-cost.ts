import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserTransaction } from "../db/as-user";
import { addUsd } from "../usage/add-usd";
import { sumPostCost } from "../usage/sum-post-cost";
import { publishEvents } from "./events/event-feed";
import { insertEvents } from "./events/insert-events";
import type { Cost } from "./events/schema";
import type { Run } from "./run";

/** What a post has cost so far, from the ledger; what is under way stands beside it, and only while it is. */
export async function totalCost(tx: UserTransaction, postId: string): Promise<Cost> {
  const { byProvider, pendingUsd, unpriced } = await sumPostCost(tx, postId);
  const totalUsd = Number(Object.values(byProvider).reduce(addUsd, 0).toFixed(6));
  const isPriced = unpriced.inputTokens + unpriced.outputTokens === 0;
  return {
    totalUsd,
    byProvider,
    ...(pendingUsd > 0 ? { pendingUsd } : {}),
    ...(isPriced ? {} : { unpriced }),
  };
}

/**
 * Tells the followers of a run, and the list of posts, what it has cost so far: within the transaction
 * that has changed it and holds the lock of the post's row, so that a later event never says less than
 * an earlier one.
 *
 * @returns how to send what was stored, once the transaction holds.
 */
export async function reportCost(
  tx: UserTransaction,
  { user, postId }: Pick<Run, "user" | "postId">,
): Promise<() => void> {
  const cost = await totalCost(tx, postId);
  const [post] = await tx
    .update(posts)
    .set({ lastSeq: sql`${posts.lastSeq} + 1`, costUsd: cost.totalUsd })
    .where(and(eq(posts.id, postId), eq(posts.status, "running")))
    .returning({ lastSeq: posts.lastSeq });
  if (!post) return () => {};
  const locked = { user, postId, lastSeq: post.lastSeq - 1 };
  const events = await insertEvents(tx, locked, [{ type: "cost", data: cost }]);
  return () => publishEvents(postId, events);
}
