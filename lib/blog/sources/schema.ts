import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";

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

/** Kinds of pages that Exa tells apart. */
export const SOURCE_KINDS = [
  "news",
  "research paper",
  "financial report",
  "personal site",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

const { least, most } = LIMITS.searchResults;
const ANY_RESULTS = `Give ${least} to ${most} results for each search.`;
/** Results of one search. */
export const searchResults = z.int(ANY_RESULTS).min(least, ANY_RESULTS).max(most, ANY_RESULTS);

const NOTE_HINT = `Keep a note to ${LIMITS.noteCharacters.toLocaleString("en-US")} characters.`;
const PAGE_HINT = "Give the whole address of each page, such as https://example.org/page.";
const note = z.string().overwrite(storableText).trim().min(1).max(LIMITS.noteCharacters, NOTE_HINT);
const pageUrl = z
  .url({ protocol: /^https?$/, error: PAGE_HINT })
  .overwrite(storableText)
  .max(LIMITS.addressCharacters);

/** A source of the user's own: text, or a page to be read through Exa. A plain string is either. */
export const ownSource = z.union(
  [
    z.strictObject({
      title: z.string().overwrite(storableText).trim().max(LIMITS.noteTitleCharacters).optional(),
      text: note,
    }),
    z.strictObject({ url: pageUrl }),
    pageUrl.transform((url) => ({ url })),
    note.transform((words): { title?: string | undefined; text: string } => ({ text: words })),
  ],
  "Give a text, or the whole address of a page.",
);
