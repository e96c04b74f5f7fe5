import "server-only";
import {
  type ExaContents,
  type ExaReading,
  type ExaResult,
  type ExaSearch,
  readExaContents,
  searchExa,
} from "../providers/exa";
import { EXA_PAGE_USD, EXA_SEARCH_USD } from "../usage/prices";
import { bookExaCall } from "./book-exa-call";
import type { Caller } from "./caller";
import { retryCall } from "./retry-call";

/** What to search for; domains empty or absent mean the whole web. */
export type Search = Pick<
  ExaSearch,
  | "query"
  | "numResults"
  | "maxCharacters"
  | "includeDomains"
  | "excludeDomains"
  | "publishedAfter"
  | "category"
>;
/** Which pages to read. */
export type Reading = Pick<ExaReading, "urls" | "maxCharacters" | "subpages" | "links">;

/** One search with the caller's own key. */
export function callExa(caller: Caller, search: Search): Promise<ExaResult[]> {
  return retryCall(caller, "exa", (asking) =>
    bookExaCall(asking, {
      operation: "search",
      estimateUsd: EXA_SEARCH_USD,
      make: async (context) => {
        const { results, costUsd } = await searchExa({ ...search, ...context });
        return { value: results, ...(costUsd === undefined ? {} : { costUsd }) };
      },
    }),
  );
}

/** Pages by address, read with the caller's own key. */
export function readPages(caller: Caller, reading: Reading): Promise<ExaContents> {
  return retryCall(caller, "exa", (asking) =>
    bookExaCall(asking, {
      operation: "contents",
      estimateUsd: EXA_PAGE_USD * reading.urls.length * (1 + reading.subpages),
      make: async (context) => {
        const value = await readExaContents({ ...reading, ...context });
        const costUsd = value.costDollars?.total;
        return { value, ...(costUsd === undefined ? {} : { costUsd }) };
      },
    }),
  );
}
