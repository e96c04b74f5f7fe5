import type { GenerateBody } from "@/lib/blog/schema";

/** Dollars for one search with the text of its results; price list of March 2026. */
const USD_PER_SEARCH = 0.007;
/** Dollars for one finished word: passages read, thinking and writing at the default model's prices of March 2026. */
const USD_PER_WORD = 0.000025;
const SEARCHES = { basic: 3, targeted: 4, comprehensive: 6 } satisfies Record<
  GenerateBody["research"],
  number
>;

/** What a post of so many words will cost, in dollars, before anything was asked of a provider. */
export function estimateCost(wordCount: number, research: GenerateBody["research"]): number {
  return SEARCHES[research] * USD_PER_SEARCH + wordCount * USD_PER_WORD;
}
