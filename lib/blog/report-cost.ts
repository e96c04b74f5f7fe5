import "server-only";
import { sql } from "drizzle-orm";
import type { UserTransaction } from "../db/as-user";
import { addUsd } from "../usage/add-usd";
import { sumPostCost } from "../usage/sum-post-cost";
import { publishEvents } from "./events/event-feed";
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
  { postId }: Pick<Run, "postId">,
): Promise<() => void> {
  const cost = await totalCost(tx, postId);
  const [stored] = await tx.execute<{ seq: number }>(sql`
    WITH bumped AS (
      UPDATE posts SET last_seq = last_seq + 1, cost_usd = ${cost.totalUsd}
      WHERE id = ${postId} AND status = 'running' RETURNING last_seq, user_id
    )
    INSERT INTO post_events (post_id, seq, user_id, type, data)
    SELECT ${postId}::uuid, last_seq, user_id, 'cost', ${JSON.stringify(cost)}::text::jsonb FROM bumped
    RETURNING seq`);
  if (!stored) return () => {};
  return () => publishEvents(postId, [{ id: Number(stored.seq), type: "cost", data: cost }]);
}
