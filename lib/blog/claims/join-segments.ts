import { MONTH } from "./facts/month-names";

/** Abbreviations that end no sentence, though a capital letter may follow. */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}])(?:e\.g|i\.e|vs|cf|ca|approx|est|dr|mr|mrs|ms|prof|st|no|nos|nr|fig|eq|vol|pp?|ed|eds|sec|ch|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|z\.\s?B|d\.\s?h|u\.\s?a|bzw|bspw|vgl|p\. ex)\.\s*$/iu;
/** "J. R. Smith". */
const INITIAL = /(?:^|[\s.])\p{Lu}\.\s*$/u;
const DAY = /(?:^|\s)\d{1,2}\.\s*$/;
const STARTS_WITH_MONTH = new RegExp(`^(?:${MONTH})(?![\\p{L}])`, "iu");
/** How far a quotation may hold sentences together, in characters. */
const LONGEST_QUOTATION = 700;

/**
 * Joins what a segmenter parted too eagerly: behind abbreviations, initials and the days of German
 * dates, and inside quotations. The pieces still add up to the text.
 */
export function joinSegments(segments: readonly string[]): string[] {
  const joined: string[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last !== undefined && belongsTo(last, segment)) joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

function belongsTo(last: string, next: string): boolean {
  const tail = last.slice(-24);
  if (ABBREVIATION.test(tail) || INITIAL.test(tail)) return true;
  if (DAY.test(tail) && STARTS_WITH_MONTH.test(next)) return true;
  return last.length < LONGEST_QUOTATION && hasOpenQuotation(last) && closesQuotation(next);
}

function hasOpenQuotation(text: string): boolean {
  const straight = text.split('"').length - 1;
  return straight % 2 === 1 || count(text, /[“„«「『]/g) > count(text, /[”»」』]/g);
}

function closesQuotation(text: string): boolean {
  return /["”“»」』]/.test(text);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
