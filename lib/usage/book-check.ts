import "server-only";
import type { UserId } from "../auth/user-id";
import type { CheckResult } from "../providers/provider";
import { getProvider } from "../providers/registry";
import type { ProviderId } from "../providers/schema";
import { type CallResult, NOTHING_OWED, openLedgerRow, settleLedgerRow } from "./ledger";

/** A live check that is about to be made; `keyVersion` is null for a key that is not saved yet. */
export type PlannedCheck = {
  provider: ProviderId;
  keyVersion: number | null;
  postId?: string | null;
  step?: string | undefined;
};

/**
 * Makes a live check of a key with a ledger row of its own, also where it is free: like every call it
 * is written down before it is made. Where a provider is not asked at all there is nothing to write.
 *
 * @throws AppError `cap_reached` where the check costs more than a cap leaves.
 */
export async function bookCheck(
  user: UserId,
  { provider, keyVersion, postId = null, step }: PlannedCheck,
  check: () => Promise<CheckResult>,
): Promise<CheckResult> {
  const { checkCostUsd } = getProvider(provider);
  if (checkCostUsd === null) return check();
  const planned = { postId, step, provider, keyVersion: keyVersion || null, operation: "check" };
  const id = await openLedgerRow(user, { ...planned, reserveUsd: checkCostUsd });
  let result: CallResult = { status: "estimated", costUsd: checkCostUsd, costBasis: "estimated" };
  try {
    const checked = await check();
    result = measureCheck(checked, checkCostUsd);
    return checked;
  } finally {
    await settleLedgerRow(user, id, result);
  }
}

/** A refused key was not billed; one that could not be asked may have been. */
function measureCheck(checked: CheckResult, costUsd: number): CallResult {
  const { status, code, responseId } = checked;
  const error = { ...(code ? { errorCode: code } : {}), ...(responseId ? { responseId } : {}) };
  if (status === "invalid") return { ...NOTHING_OWED, ...error };
  if (checked.costUsd !== undefined)
    return { status: "settled", costUsd: checked.costUsd, costBasis: "provider", ...error };
  if (status === "valid" || costUsd === 0)
    return { status: "settled", costUsd, costBasis: "priced", ...error };
  return { status: "estimated", costUsd, costBasis: "estimated", ...error };
}
