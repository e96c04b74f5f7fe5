import { segmentText } from "../../text/segment-text";
import type { ContentOverview } from "./schema";
import { isSmallWord } from "./small-words";

/** What was read of a site; dates as Exa gives them, which may be none. */
export type SiteContent = {
  url: string;
  links: readonly string[];
  pages: readonly {
    url: string;
    text?: string | null | undefined;
    publishedDate?: string | null | undefined;
  }[];
};

const DAY_MS = 86_400_000;
const MOST_WORDS = 8;
const FEWEST_LETTERS = 4;

/** What the pages of a site have in common, counted; null when none of them had any text. */
export function summarizeContent({ url, links, pages }: SiteContent): ContentOverview | null {
  const texts = pages.map(({ text }) => wordsOf(text ?? "")).filter((words) => words.length > 0);
  if (texts.length === 0) return null;
  return {
    linkedPages: countOwn(url, links),
    readPages: texts.length,
    medianWords: median(texts.map((words) => words.length)),
    words: rankWords(texts),
    published: describeDates(pages.map(({ publishedDate }) => publishedDate ?? "")),
  };
}

/** In lower case, as they stand in the text. */
function wordsOf(text: string): string[] {
  const words = segmentText(text, "word").filter(({ isWord }) => isWord);
  return words.map(({ start, end }) => text.slice(start, end).toLowerCase());
}

/** Different pages of the site itself: `www.` is the same site, a fragment the same page. */
function countOwn(url: string, links: readonly string[]): number {
  const hostOf = (one: string) => new URL(one).hostname.replace(/^www\./, "");
  const own = links.filter((link) => URL.canParse(link) && hostOf(link) === hostOf(url));
  return new Set(own.map((link) => link.replace(/[#?].*$/, "").replace(/\/$/, ""))).size;
}

/** Longer words by the number of pages they stand on, then by how often; one page's own words are none. */
function rankWords(texts: readonly string[][]): ContentOverview["words"] {
  const found = new Map<string, { pages: number; count: number }>();
  for (const words of texts) {
    const own = words.filter((word) => word.length >= FEWEST_LETTERS && /^\p{L}+$/u.test(word));
    for (const word of own) {
      const { pages = 0, count = 0 } = found.get(word) ?? {};
      found.set(word, { pages, count: count + 1 });
    }
    for (const word of new Set(own)) {
      const entry = found.get(word);
      if (entry) entry.pages += 1;
    }
  }
  const shared = [...found].filter(([word, { pages }]) => !isSmallWord(word) && pages > 1);
  const ranked = shared.sort(
    ([a, one], [b, two]) =>
      two.pages - one.pages || two.count - one.count || a.localeCompare(b, "en"),
  );
  return ranked
    .slice(0, MOST_WORDS)
    .map(([word, { pages }]) => ({ word: word.slice(0, 40), pages }));
}

/** First and last day, and the longest pause between two dated pages; null with fewer than two. */
function describeDates(dates: string[]): ContentOverview["published"] {
  const days = dates
    .map((date) => Date.parse(date))
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length < 2) return null;
  const pauses = days.slice(1).map((time, index) => time - (days[index] ?? time));
  return {
    datedPages: days.length,
    first: toDay(first),
    last: toDay(last),
    longestPauseDays: Math.round(Math.max(...pauses) / DAY_MS),
  };
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
