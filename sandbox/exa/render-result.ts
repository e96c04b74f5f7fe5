import { pickHighlights } from "../corpus/pick-highlights";
import type { Page } from "../corpus/read-pages";
import { cutText } from "../text/cut-text";
import type { PageParts } from "./schema";

/** One element of `results`, as on the wire. */
export type ExaResult = {
  id: string;
  url: string;
  title: string | null;
  publishedDate?: string;
  author?: string;
  score?: number;
  text?: string;
  highlights?: string[];
  summary?: string;
  subpages?: ExaResult[];
  extras?: { links: string[] };
};

/** A page with the parts that were asked for. The pages carry no date, so none is made up. */
export function renderResult(page: Page, parts: PageParts | undefined, query: string): ExaResult {
  return {
    id: page.url,
    url: page.url,
    title: page.title,
    author: "Vercel",
    ...textPart(page, parts?.text),
    ...highlightsPart(page, parts?.highlights, query),
    ...summaryPart(page, parts?.summary, query),
  };
}

function textPart(page: Page, asked: PageParts["text"]): Pick<ExaResult, "text"> {
  if (!asked) return {};
  const max = asked === true ? undefined : asked.maxCharacters;
  return { text: page.text.slice(0, max) };
}

function highlightsPart(page: Page, asked: PageParts["highlights"], query: string) {
  if (!asked) return {};
  const options = asked === true ? {} : asked;
  const count = options.highlightsPerUrl ?? options.numSentences ?? 3;
  const best = pickHighlights(page.text, options.query ?? query, count);
  const max = options.maxCharacters ?? Number.POSITIVE_INFINITY;
  return { highlights: best.map(({ sentence }) => cutText(sentence, max)) };
}

function summaryPart(page: Page, asked: PageParts["summary"], query: string) {
  if (!asked) return {};
  const about = (asked !== true && asked.query) || query;
  const best = pickHighlights(page.text, about, 2).map(({ sentence }) => sentence);
  return { summary: [page.description, ...best].filter(Boolean).join(" ") };
}
