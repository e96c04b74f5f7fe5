import "server-only";
import { requireConfig } from "../config/config";
import { requireApiKey } from "../keys/resolve-api-keys";
import type { CallContext } from "../providers/provider";
import type { ExaAbout } from "../providers/read-exa-answer";
import type { Secret } from "../secret";
import { NOTHING_OWED, openLedgerRow, settleLedgerRow } from "../usage/ledger";
import { measureFailure } from "../usage/measure-call";
import type { Caller } from "./caller";
import { markRejected } from "./mark-rejected";

/** A call of Exa that is booked. */
export type ExaCall<T extends ExaAbout> = {
  operation: string;
  /** What it costs unless Exa says otherwise, in US dollars. */
  estimateUsd: number;
  make: (context: CallContext & { secret: Secret }) => Promise<T>;
};

/** One call of Exa with the caller's own key, resolved for this call, with its ledger row. */
export async function bookExaCall<T extends ExaAbout>(
  caller: Caller,
  call: ExaCall<T>,
): Promise<T> {
  const secret = await requireApiKey(caller.user, "exa");
  const ledgerId = await openLedgerRow(caller.user, {
    postId: caller.postId,
    provider: "exa",
    keyVersion: secret.version,
    operation: call.operation,
    step: caller.step,
    reserveUsd: call.estimateUsd,
    capUsd: caller.capUsd,
    signal: caller.signal,
    reportCost: caller.reportCost,
  });
  const isStopped = caller.signal.aborted;
  let result = NOTHING_OWED;
  try {
    const baseUrl = requireConfig().baseUrls.exa;
    caller.onStarted?.();
    const value = await call.make({ secret, baseUrl, signal: caller.signal });
    const { costUsd, responseId, remarks } = value;
    result = {
      ...(costUsd === undefined
        ? { status: "estimated", costUsd: call.estimateUsd, costBasis: "estimated" }
        : { status: "settled", costUsd, costBasis: "provider" }),
      ...(responseId ? { responseId } : {}),
    };
    for (const text of remarks) caller.onRemark?.("exa", text);
    return value;
  } catch (error) {
    // Stop came between the row and the call: nobody was asked.
    result = isStopped ? NOTHING_OWED : measureFailure(error, call.estimateUsd);
    await markRejected(caller.user, { provider: "exa", version: secret.version }, error);
    throw error;
  } finally {
    await settleLedgerRow(caller.user, ledgerId, result, caller);
    await caller.onCost?.("exa", result.costUsd);
  }
}
