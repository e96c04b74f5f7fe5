import "server-only";
import type { UserId } from "../auth/user-id";
import { sumPostCost } from "../usage/ledger";
import type { Run } from "./run";
import type { Cost } from "./schema";

/** What a post has cost so far, from the ledger. */
export async function totalCost(user: UserId, postId: string): Promise<Cost> {
  const byProvider = await sumPostCost(user, postId);
  const totalUsd = Object.values(byProvider).reduce((sum, usd) => sum + usd, 0);
  return { totalUsd: Number(totalUsd.toFixed(6)), byProvider };
}

/** Tells the followers of a run what it has cost so far. */
export async function reportCost(run: Pick<Run, "user" | "postId" | "emit">): Promise<void> {
  run.emit("cost", await totalCost(run.user, run.postId));
}
