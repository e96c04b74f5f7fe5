/** Dollars, as of 2026-11: $7, lite $4, deep $12 per 1,000 searches with 10 results, $1 per 1,000 more results or pages, $5 per 1,000 answers. */
const SEARCH = 0.007;
const OTHER_SEARCH: Record<string, number> = { lite: 0.004, deep: 0.012 };
const RESULTS_INCLUDED = 10;
const MORE_RESULT = 0.001;
const PAGE = 0.001;
const ANSWER = 0.005;

export type ExaCost = { total: number } & Record<string, unknown>;

/** Price of one search that asked for `numResults`. */
export function priceSearch(type: string, numResults: number): ExaCost {
  const base = OTHER_SEARCH[type] ?? SEARCH;
  const total = roundDollars(base + Math.max(0, numResults - RESULTS_INCLUDED) * MORE_RESULT);
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
