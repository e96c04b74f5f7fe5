/** Dollars, as of 2026-03: $7 per 1,000 searches with 10 results, $1 per 1,000 more results or pages, $5 per 1,000 answers. */
const SEARCH = 0.007;
const RESULTS_INCLUDED = 10;
const MORE_RESULT = 0.001;
const PAGE = 0.001;
const ANSWER = 0.005;

export type ExaCost = { total: number } & Record<string, unknown>;

/** Price of one search that asked for `numResults`. */
export function priceSearch(numResults: number): ExaCost {
  const total = roundDollars(SEARCH + Math.max(0, numResults - RESULTS_INCLUDED) * MORE_RESULT);
  return { total, search: { neural: total } };
}

/** Price of the pages that were delivered. */
export function pricePages(count: number): ExaCost {
  const total = roundDollars(count * PAGE);
  return { total, contents: { text: total } };
}

export function priceAnswer(): ExaCost {
  return { total: ANSWER };
}

function roundDollars(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
