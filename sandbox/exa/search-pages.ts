import type { z } from "zod";
import type { Corpus, RankedPage } from "../corpus/load-corpus";
import { passesDomains } from "./filter-domains";
import { listAccounts } from "./list-accounts";
import { priceSearch } from "./price-request";
import { type ExaResult, renderResult } from "./render-result";
import type { SearchBody } from "./schema";

type SearchInput = z.infer<typeof SearchBody>;

/** `POST /search`: full-text ranking over the corpus. */
export function searchPages(corpus: Corpus, input: SearchInput) {
  const rank = input.category === "company" ? corpus.rankCompanies : corpus.rank;
  const all = [...rank(input.query), ...listAccounts(input.query)];
  const ranked = all.filter(({ page }) => passesDomains(page.url, input));
  return {
    results: renderRanked(ranked.slice(0, input.numResults), input.contents, input.query),
    costDollars: priceSearch(input.type, input.numResults),
  };
}

/** Results with scores from 0 to 1, the best page's being the measure. */
export function renderRanked(
  ranked: RankedPage[],
  parts: SearchInput["contents"],
  query: string,
): ExaResult[] {
  const top = ranked[0]?.score ?? 1;
  return ranked.map(({ page, score }) => ({
    ...renderResult(page, parts, query),
    score: Math.round((score / top) * 1e4) / 1e4,
  }));
}
