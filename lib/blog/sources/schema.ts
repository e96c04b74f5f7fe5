import { z } from "zod";
import { LIMITS } from "../../limits/registry";

/** How deep a post is researched. */
export const RESEARCH = ["basic", "comprehensive", "targeted"] as const;

/** How many searches each kind of research makes. */
export const SEARCHES = { basic: 3, targeted: 4, comprehensive: 6 } as const satisfies Record<
  (typeof RESEARCH)[number],
  number
>;

/** Exa's kinds of search: its own choice, the cheapest from what it has stored, the most thorough. */
export const SEARCH_TYPES = ["auto", "lite", "deep"] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** How old a source may be, in days. */
export const SOURCE_AGES = { month: 31, year: 366, "five-years": 1_827 } as const;

const { least, most } = LIMITS.searchResults;
const ANY_RESULTS = `Give ${least} to ${most} results for each search.`;
/** Results of one search. */
export const searchResults = z.int(ANY_RESULTS).min(least, ANY_RESULTS).max(most, ANY_RESULTS);
