import { addUsd } from "../add-usd";
import type { UsageTotals } from "../schema";

const NOTHING: UsageTotals = {
  costUsd: 0,
  calls: 0,
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  unpricedCalls: 0,
  estimatedCalls: 0,
  pendingUsd: 0,
};

/** The totals of groups: they add up, whatever happens to the ledger meanwhile. */
export function addUp(groups: readonly UsageTotals[]): UsageTotals {
  return groups.reduce(
    (sum, group) => ({
      costUsd: addUsd(sum.costUsd, group.costUsd),
      calls: sum.calls + group.calls,
      inputTokens: sum.inputTokens + group.inputTokens,
      cachedTokens: sum.cachedTokens + group.cachedTokens,
      outputTokens: sum.outputTokens + group.outputTokens,
      unpricedCalls: sum.unpricedCalls + group.unpricedCalls,
      estimatedCalls: sum.estimatedCalls + group.estimatedCalls,
      pendingUsd: addUsd(sum.pendingUsd, group.pendingUsd),
    }),
    NOTHING,
  );
}
