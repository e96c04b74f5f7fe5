import type { ContentOverview } from "@/lib/onboarding/research/schema";
import { formatDay } from "@/lib/text/format-day";

/** A figure of the site in a sentence, and what it means for the next posts. */
export type Insight = { name: string; found: string; means: string };

const DAY_MS = 86_400_000;
const [SHORT_WORDS, LONG_PAUSE_DAYS, MOST_LINKS] = [150, 60, 100];

/** The overview of a site as a reader can use it. `today` decides how long ago the last page was. */
export function explainContent(content: ContentOverview, today: Date): Insight[] {
  return [
    explainSize(content),
    explainLength(content),
    explainWords(content),
    explainDates(content, today),
  ];
}

function explainSize({ linkedPages, readPages }: ContentOverview): Insight {
  const links = linkedPages >= MOST_LINKS ? `${MOST_LINKS} or more` : String(linkedPages);
  const found = `${count(readPages, "page")} read; the front page links to ${links} of its own.`;
  const means =
    readPages < 3
      ? "That is too little to see a pattern: take the rest as a hint."
      : linkedPages < readPages
        ? "Some pages are not linked from the front: readers and search engines find them late."
        : "Enough to see what your readers already find.";
  return { name: "Size", found, means };
}

function explainLength({ medianWords }: ContentOverview): Insight {
  const found = `A typical page begins with ${count(medianWords, "word")} of text that could be read.`;
  const means =
    medianWords < SHORT_WORDS
      ? "Short pages rarely answer a question in full: a longer post beside them can."
      : "There is room on these pages for links to new posts.";
  return { name: "Length", found, means };
}

function explainWords({ words }: ContentOverview): Insight {
  const name = "Topics";
  if (words.length === 0)
    return {
      name,
      found: "No longer word stands on more than one page.",
      means: "Your pages have little in common: a series on one topic would give them a centre.",
    };
  const list = words.map(({ word, pages }) => `${word} (${count(pages, "page")})`).join(", ");
  return {
    name,
    found: `Most shared: ${list}.`,
    means: "A new post on these competes with what you have: prefer the gaps above.",
  };
}

function explainDates({ published }: ContentOverview, today: Date): Insight {
  const name = "Dates";
  if (!published)
    return {
      name,
      found: "Fewer than two pages carry a date, so pauses in publishing cannot be seen.",
      means: "Date your posts: readers and search engines look for it.",
    };
  const { datedPages, first, last, longestPauseDays } = published;
  const since = Math.max(0, Math.round((today.getTime() - Date.parse(last)) / DAY_MS));
  const found = `${datedPages} dated pages from ${formatDay(first)} to ${formatDay(last)}, the longest pause ${count(longestPauseDays, "day")}.`;
  if (since > LONG_PAUSE_DAYS)
    return { name, found, means: `Nothing newer for ${since} days: a post now is overdue.` };
  return longestPauseDays > LONG_PAUSE_DAYS
    ? { name, found, means: "Shorter pauses keep readers: plan the next posts ahead." }
    : { name, found, means: "A steady pace. Keep it." };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
