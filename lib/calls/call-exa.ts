import "server-only";
import { requireConfig } from "../config";
import { requireApiKey } from "../keys/resolve-api-keys";
import { type ExaResult, type ExaSearch, searchExa } from "../providers/exa";
import { type CallResult, openLedgerRow, settleLedgerRow } from "../usage/ledger";
import { EXA_SEARCH_USD } from "../usage/prices";
import type { Caller } from "./caller";
import { retryCall } from "./retry-call";

/** What to search for; domains empty or absent mean the whole web. */
export type Search = Pick<
  ExaSearch,
  "query" | "numResults" | "maxCharacters" | "includeDomains" | "excludeDomains"
>;

/** One search with the caller's own key, resolved for this call, with its ledger row. */
export function callExa(caller: Caller, search: Search): Promise<ExaResult[]> {
  return retryCall(caller, () => searchOnce(caller, search));
}

async function searchOnce(caller: Caller, search: Search): Promise<ExaResult[]> {
  const secret = await requireApiKey(caller.user, "exa");
  const ledgerId = await openLedgerRow(caller.user, {
    postId: caller.postId,
    provider: "exa",
    keyVersion: secret.version,
    operation: "search",
    estimateUsd: EXA_SEARCH_USD,
    capUsd: caller.capUsd,
  });
  let result: CallResult = { status: "failed", costUsd: 0 };
  try {
    const context = { secret, baseUrl: requireConfig().baseUrls.exa, signal: caller.signal };
    const { results, costUsd } = await searchExa({ ...search, ...context });
    result =
      costUsd === undefined
        ? { status: "estimated", costUsd: EXA_SEARCH_USD }
        : { status: "settled", costUsd };
    return results;
  } finally {
    await settleLedgerRow(caller.user, ledgerId, result);
    await caller.onCost("exa", result.costUsd);
  }
}
