import "server-only";
import { EXA_PRICES } from "../models/dated-facts";
import { type ExaReading, type ExaSearch, readExaContents, searchExa } from "../providers/exa";
import type { ExaAbout, ExaContents, ExaResult } from "../providers/read-exa-answer";
import { bookExaCall, type ExaCall } from "./book-exa-call";
import type { Caller } from "./caller";
import { retryCall } from "./retry-call";

/** What to search for; domains empty or absent mean the whole web. */
export type Search = Pick<
  ExaSearch,
  | "query"
  | "type"
  | "numResults"
  | "maxCharacters"
  | "includeDomains"
  | "excludeDomains"
  | "publishedAfter"
  | "category"
>;
/** Which pages to read. */
export type Reading = Pick<
  ExaReading,
  "urls" | "maxCharacters" | "subpages" | "subpageTarget" | "links"
>;

/** What a search costs about, in US dollars: by its kind, and by results beyond those included. */
export function priceSearch({ type, numResults }: Pick<Search, "type" | "numResults">): number {
  const further = Math.max(0, numResults - EXA_PRICES.included);
  return EXA_PRICES.search[type] + further * EXA_PRICES.furtherResult;
}

/** One search with the caller's own key. */
export async function callExa(caller: Caller, search: Search): Promise<ExaResult[]> {
  const estimateUsd = priceSearch(search);
  const { results } = await askExa(caller, {
    operation: "search",
    estimateUsd,
    make: (context) => searchExa({ ...search, ...context }),
  });
  return results;
}

/** Pages by address, read with the caller's own key. */
export function readPages(caller: Caller, reading: Reading): Promise<ExaContents> {
  return askExa(caller, {
    operation: "contents",
    estimateUsd: EXA_PRICES.page * reading.urls.length * (1 + reading.subpages),
    make: (context) => readExaContents({ ...reading, ...context }),
  });
}

function askExa<T extends ExaAbout>(caller: Caller, call: ExaCall<T>): Promise<T> {
  const ask = () => retryCall(caller, "exa", (asking) => bookExaCall(asking, call));
  return caller.remember ? caller.remember(call.operation, ask) : ask();
}
