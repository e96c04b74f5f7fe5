import "server-only";
import type { UserId } from "../auth/user-id";
import { getProvider } from "../providers/registry";
import type { KeyStatus, ProviderId } from "../providers/schema";
import { openLedgerRow, settleLedgerRow } from "./ledger";

/**
 * Writes the live check of a key into its owner's ledger, where a check costs anything. A refused
 * key was not billed; for one that could not be asked the price is an estimate.
 */
export async function recordCheck(
  user: UserId,
  provider: ProviderId,
  status: KeyStatus,
): Promise<void> {
  const { checkCostUsd } = getProvider(provider);
  if (checkCostUsd === 0 || status === "invalid") return;
  const call = {
    postId: null,
    provider,
    keyVersion: 0,
    operation: "check",
    estimateUsd: checkCostUsd,
  };
  const id = await openLedgerRow(user, call);
  await settleLedgerRow(user, id, {
    status: status === "valid" ? "settled" : "estimated",
    costUsd: checkCostUsd,
    costBasis: "estimated",
  });
}
