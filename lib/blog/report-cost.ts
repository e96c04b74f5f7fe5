import "server-only";
import { and, eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser, type UserTransaction } from "../db/as-user";
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
 * Tells the followers of a run, and the list of posts, what it has cost so far. It is read and stored
 * under the lock of the post's row, so that a later event never says less than an earlier one.
 */
export async function reportCost({ user, postId }: Pick<Run, "user" | "postId">): Promise<void> {
  const events = await asUser(user, async (tx) => {
    const [post] = await tx
      .select({ lastSeq: posts.lastSeq })
      .from(posts)
      .where(and(eq(posts.id, postId), eq(posts.status, "running")))
      .for("update");
    if (!post) return [];
    const cost = await totalCost(tx, postId);
    const lastSeq = post.lastSeq + 1;
    await tx.update(posts).set({ lastSeq, costUsd: cost.totalUsd }).where(eq(posts.id, postId));
    return insertEvents(tx, { user, postId, ...post }, [{ type: "cost", data: cost }]);
  });
  publishEvents(postId, events);
}
