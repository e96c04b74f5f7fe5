import "server-only";
import type { UserId } from "../auth/user-id";
import { pipelineAsUser } from "../db/as-user";
import { sumPostCost } from "../usage/ledger";
import type { Run } from "./run";
import type { Cost } from "./schema";

const SHOW = "UPDATE posts SET cost_usd = $2 WHERE id = $1 AND status = 'running'";

/** What a post has cost so far, from the ledger. */
export async function totalCost(user: UserId, postId: string): Promise<Cost> {
  const byProvider = await sumPostCost(user, postId);
  const totalUsd = Object.values(byProvider).reduce((sum, usd) => sum + usd, 0);
  return { totalUsd: Number(totalUsd.toFixed(6)), byProvider };
}

/** Tells the followers of a run, and the list of posts, what it has cost so far. */
export async function reportCost({
  user,
  postId,
  emit,
}: Pick<Run, "user" | "postId" | "emit">): Promise<void> {
  const cost = await totalCost(user, postId);
  emit("cost", cost);
  await pipelineAsUser(user, [{ text: SHOW, parameters: [postId, cost.totalUsd] }]);
}
