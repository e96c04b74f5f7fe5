import "server-only";
import { sumPostCost } from "../usage/ledger";
import type { Run } from "./run";

/** Tells the followers of a run what it has cost so far, from the ledger. */
export async function reportCost(run: Pick<Run, "user" | "postId" | "emit">): Promise<void> {
  const byProvider = await sumPostCost(run.user, run.postId);
  const totalUsd = Object.values(byProvider).reduce((sum, usd) => sum + usd, 0);
  run.emit("cost", { totalUsd: Number(totalUsd.toFixed(6)), byProvider });
}
