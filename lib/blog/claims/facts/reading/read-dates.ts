import { blankPlaces } from "./blank-places";
import { MARKED_MONTH, markMonths, readMonth } from "./mark-months";

/** A day, a month of a year, or a day of a month: what was said of it. */
export type DateFact = {
  kind: "date";
  start: number;
  end: number;
  raw: string;
  /** Readings: 03/04/2024 has two. Months from 1. */
  readings: DateReading[];
};
export type DateReading = { year?: number; month: number; day?: number };

const YEAR = "(1[0-9]{3}|2[0-9]{3})";
const DAY = "(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th|er|º|\\.)?";
const NAME = `(${MARKED_MONTH})\\.?`;
/** Letters of scripts that part their words; a Chinese sign may touch a date. */
const WORDY = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}";
const before = `(?<![${WORDY}.,-])`;
const behind = `(?![${WORDY}])`;
/** Each date that a spelling names, with its readings. */
type Form = { pattern: RegExp; read: (groups: string[]) => DateReading[][] };
const one = (...readings: DateReading[]) => [readings];
const named = (name: string | undefined, rest: { day?: string; year?: string }) => [
  readNamed(name, rest),
];
const TO = " ?(?:-|to|through|until|and|bis|à|al?) ?";

/** The spellings of a date, the longer ones first. */
const FORMS: Form[] = [
  {
    pattern: form(`${YEAR}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])(?:T[0-9:.]+Z?)?`),
    read: ([year, month, day]) =>
      one({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: form(`([0-3]?[0-9])([-/.])([0-3]?[0-9])\\2(${YEAR.slice(1, -1)}|[0-9]{2})`),
    read: ([first, , second, year]) =>
      one(...readAmbiguous(Number(first), Number(second), readYear(year))),
  },
  {
    pattern: form(`${DAY}${TO}${DAY} ?(?:of |de )?${NAME}(?:,? ${YEAR})?`),
    read: ([from = "", to = "", name, year = ""]) =>
      [from, to].map((day) => readNamed(name, { day, year })),
  },
  {
    pattern: form(`${NAME} ${DAY}${TO}${DAY}(?:,? ${YEAR})?(?! ?%)`),
    read: ([name, from = "", to = "", year = ""]) =>
      [from, to].map((day) => readNamed(name, { day, year })),
  },
  {
    pattern: form(`${DAY} ?(?:of |de |d')?${NAME},? ?(?:of |de )?${YEAR}`),
    read: ([day = "", name, year = ""]) => named(name, { day, year }),
  },
  {
    pattern: form(`${NAME} ${DAY},? ${YEAR}`),
    read: ([name, day = "", year = ""]) => named(name, { day, year }),
  },
  {
    pattern: /([12]\d{3}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?/gu,
    read: ([year, month, day]) =>
      one({ year: Number(year), month: Number(month), ...(day ? { day: Number(day) } : {}) }),
  },
  {
    pattern: form(`${NAME}${TO}${NAME},? ${YEAR}`),
    read: ([from, to, year = ""]) => [from, to].map((name) => readNamed(name, { year })),
  },
  {
    pattern: form(`${NAME},? (?:of |de )?${YEAR}`),
    read: ([name, year = ""]) => named(name, { year }),
  },
  {
    pattern: form(`${YEAR}-(0[1-9]|1[0-2])(?!-)`),
    read: ([year, month]) =>
      Number(month) === (Number(year) % 100) + 1
        ? []
        : one({ year: Number(year), month: Number(month) }),
  },
  {
    pattern: form(`${DAY} (?:of |de )?${NAME}`),
    read: ([day = "", name]) => named(name, { day }),
  },
  { pattern: form(`${NAME} ${DAY}(?! ?%)`), read: ([name, day = ""]) => named(name, { day }) },
];

/** A month without day and year, where a sentence speaks of time. */
const LONE_MONTH = new RegExp(
  `\\b(?:in|since|by|until|from|last|next|early|late|mid|this|im|en) (${MARKED_MONTH})(?![\\p{L}\\p{N}])`,
  "giu",
);

function form(source: string): RegExp {
  return new RegExp(before + source + behind, "giu");
}

/** Any month that a passage names, where a sentence is looked for in it. */
const ANY_MONTH = new RegExp(`(?<![\\p{L}\\p{N}])(${MARKED_MONTH})(?![\\p{L}\\p{N}])`, "giu");

/**
 * The dates of a text of `plainDigits`, none within another. A year alone is a number.
 *
 * @param loose takes every month for a date, as a passage that is searched may name it.
 */
export function readDates(text: string, { loose = false } = {}): DateFact[] {
  const facts: DateFact[] = [];
  const marked = markMonths(text);
  if (!marked && !/\d/.test(text)) return facts;
  let rest = marked ?? text;
  const take = (match: RegExpExecArray, dates: DateReading[][]) => {
    const { 0: found, index: start } = match;
    const end = start + found.length;
    const raw = text.slice(start, end);
    for (const readings of dates)
      facts.push({ kind: "date", start, end, raw: raw.trim(), readings });
  };
  for (const { pattern, read } of FORMS) {
    if (!marked && pattern.source.includes(MARKED_MONTH)) continue;
    rest = blankPlaces(rest, facts);
    for (const match of rest.matchAll(pattern)) {
      const dates = read(match.slice(1)).filter((readings) => readings.length > 0);
      if (dates.length > 0) take(match, dates);
    }
  }
  if (!marked) return facts;
  rest = blankPlaces(rest, facts);
  for (const match of rest.matchAll(loose ? ANY_MONTH : LONE_MONTH)) {
    const month = readMonth(match[1]);
    const named = text.charAt(match.index + match[0].length - (match[1]?.length ?? 0));
    if (month && (!loose || /\p{Lu}/u.test(named))) take(match, one({ month }));
  }
  return facts;
}

function readNamed(
  name: string | undefined,
  { day, year }: { day?: string; year?: string },
): DateReading[] {
  const month = readMonth(name, { weak: Boolean(day && year) });
  if (month === undefined) return [];
  return [{ month, ...(day ? { day: Number(day) } : {}), ...(year ? { year: Number(year) } : {}) }];
}

/** "21" is 2021, "63" is 1963. */
function readYear(year = ""): number {
  const value = Number(year);
  return value >= 100 ? value : value + (value < 50 ? 2000 : 1900);
}

/** 13/04/2024 can be read in one way only, 03/04/2024 in two. */
function readAmbiguous(one: number, other: number, year: number): DateReading[] {
  const readings = [
    { year, month: other, day: one },
    { year, month: one, day: other },
  ];
  return readings.filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
}
