import { MONTH, monthNumber } from "./month-names";

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
const NAME = `(${MONTH})\\.?`;
/** Letters of scripts that part their words; a Chinese sign may touch a date. */
const WORDY = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}";
const before = `(?<![${WORDY}.,-])`;
const behind = `(?![${WORDY}])`;
type Form = { pattern: RegExp; read: (groups: string[]) => DateReading[] };

/** The spellings of a date, the longer ones first. */
const FORMS: Form[] = [
  {
    pattern: form(`${YEAR}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])(?:T[0-9:.]+Z?)?`),
    read: ([year, month, day]) => [{ year: Number(year), month: Number(month), day: Number(day) }],
  },
  {
    pattern: form(`([0-3]?[0-9])([-/.])([0-3]?[0-9])\\2${YEAR}`),
    read: ([one, , other, year]) => readAmbiguous(Number(one), Number(other), Number(year)),
  },
  {
    pattern: form(`${DAY} ?(?:of |de |d')?${NAME},? ?(?:of |de )?${YEAR}`),
    read: ([day, name, year]) => readNamed(name, { day, year }),
  },
  {
    pattern: form(`${NAME} ${DAY},? ${YEAR}`),
    read: ([name, day, year]) => readNamed(name, { day, year }),
  },
  {
    pattern: /([12]\d{3}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?/gu,
    read: ([year, month, day]) => [
      { year: Number(year), month: Number(month), ...(day ? { day: Number(day) } : {}) },
    ],
  },
  {
    pattern: form(`${NAME},? (?:of |de )?${YEAR}`),
    read: ([name, year]) => readNamed(name, { year }),
  },
  {
    pattern: form(`${YEAR}-(0[1-9]|1[0-2])(?!-)`),
    read: ([year, month]) => [{ year: Number(year), month: Number(month) }],
  },
  {
    pattern: form(`${DAY} (?:of |de )?${NAME}`),
    read: ([day, name]) => readNamed(name, { day }),
  },
  { pattern: form(`${NAME} ${DAY}(?! ?%)`), read: ([name, day]) => readNamed(name, { day }) },
];

/** A month without day and year, where a sentence speaks of time. */
const LONE_MONTH = new RegExp(
  `\\b(?:in|since|by|until|from|last|next|early|late|mid|this|im|en) (${MONTH})(?![\\p{L}\\p{N}])`,
  "giu",
);

function form(source: string): RegExp {
  return new RegExp(before + source + behind, "giu");
}

/** The dates of a text of `plainDigits`, none within another. A year alone is a number. */
export function readDates(text: string): DateFact[] {
  const facts: DateFact[] = [];
  let rest = text;
  const take = (match: RegExpExecArray, readings: DateReading[]) => {
    const { 0: raw, index: start } = match;
    const end = start + raw.length;
    facts.push({ kind: "date", start, end, raw: raw.trim(), readings });
    rest = `${rest.slice(0, start)}${" ".repeat(raw.length)}${rest.slice(end)}`;
  };
  for (const { pattern, read } of FORMS) {
    for (const match of rest.matchAll(pattern)) {
      const readings = read(match.slice(1));
      if (readings.length > 0) take(match, readings);
    }
  }
  for (const match of rest.matchAll(LONE_MONTH)) {
    const month = monthNumber(match[1] ?? "");
    if (month && isName(match[1])) take(match, [{ month }]);
  }
  return facts;
}

function readNamed(
  name: string | undefined,
  { day, year }: { day?: string | undefined; year?: string | undefined },
): DateReading[] {
  const month = isName(name) ? monthNumber(name) : undefined;
  if (month === undefined) return [];
  return [{ month, ...(day ? { day: Number(day) } : {}), ...(year ? { year: Number(year) } : {}) }];
}

/** English months have a capital: "may 5" and "mar 3" are none. */
function isName(name: string | undefined): name is string {
  return name !== undefined && !/^(?:may|march|mar|dec|sep|jan|mars|mai|mei)$/.test(name);
}

/** 13/04/2024 can be read in one way only, 03/04/2024 in two. */
function readAmbiguous(one: number, other: number, year: number): DateReading[] {
  const readings = [
    { year, month: other, day: one },
    { year, month: one, day: other },
  ];
  return readings.filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
}
