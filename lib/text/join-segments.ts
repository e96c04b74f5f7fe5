/** Abbreviations that end no sentence, though a capital letter may follow. */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}])(?:e\.g|i\.e|vs|cf|ca|approx|est|dr|mr|mrs|ms|prof|st|no|nos|nr|fig|eq|vol|pp?|ed|eds|sec|ch|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|z\.\s?B|d\.\s?h|u\.\s?a|bzw|bspw|vgl|p\. ex)\.\s*$/iu;
/** "J. R. Smith". */
const INITIAL = /(?:^|[\s.])\p{Lu}\.\s*$/u;
const DAY = /(?:^|\s)\d{1,2}\.\s*$/;
/** Languages that write the day of a date with a stop: "12. März". */
const DOTTED_DAYS = ["de", "da", "nb", "fi", "cs", "sk", "sl", "hr", "et", "lv", "hu", "is"];
const STARTS_WITH_MONTH = new RegExp(`^(?:${listMonths().join("|")})(?![\\p{L}])`, "iu");
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

/** The months as they stand in a date, in words; the longer ones first. */
function listMonths(): string[] {
  const names = DOTTED_DAYS.flatMap((language) => {
    const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
    return Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(new Date(2026, month, 12));
      return parts.find(({ type }) => type === "month")?.value ?? "";
    });
  });
  const words = [...new Set(names)].filter((name) => /^\p{L}+$/u.test(name));
  return words.sort((one, other) => other.length - one.length);
}
