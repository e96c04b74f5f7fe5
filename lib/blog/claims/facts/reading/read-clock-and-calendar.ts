import type { QuantityFact } from "../quantity-fact";
import { blankPlaces } from "./blank-places";
import type { UnitKind } from "./unit-table";

/** Values for a kind; a year has no unit. Several values are readings of one spelling. */
type Reading = { kind: UnitKind | "year"; values: number[] };
type Form = { pattern: RegExp; read: (groups: (string | undefined)[]) => Reading[] };

const START = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";
const DAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const one = (kind: Reading["kind"], ...values: number[]): Reading[] => [{ kind, values }];
const form = (source: string, read: Form["read"]): Form => ({
  pattern: new RegExp(START + source, "giu"),
  read,
});

/** Times of day in minutes, quarters, decades by their first year, years and weekdays from Monday as 1. */
const FORMS: Form[] = [
  form(`([01]?\\d|2[0-3]):([0-5]\\d)(?::[0-5]\\d)?(?: ?([ap])\\.?m\\.?)?${END}(?!:)`, readClock),
  form(`(1[0-2]|0?[1-9])(?:[.]([0-5]\\d))? ?([ap])\\.?m\\.?${END}`, readClock),
  form(`(?:Q([1-4])|([1-4])Q)(?=${END}|\\d{2})`, ([before, after]) =>
    one("quarter", Number(before ?? after)),
  ),
  form(`([1-4])(?:st|nd|rd|th)[ -]quarters?${END}`, ([number]) => one("quarter", Number(number))),
  form(`((?:1\\d|20)\\d0)'?s${END}`, ([year]) => one("decade", Number(year))),
  form(`(?<!(?:his|her|their|my|your) (?:early |mid-|mid |late )?)'?([2-9]0)s${END}`, ([year]) =>
    one("decade", 1900 + Number(year), 1800 + Number(year)),
  ),
  form(`(\\d{1,5}(?:,\\d{3})?) ?(?:B\\.? ?C\\.?(?: ?E\\.?)?)${END}`, ([year = ""]) =>
    one("before Christ", Number(year.replace(",", ""))),
  ),
  form(`(?:FY|fiscal(?: year)?) ?'?(\\d{4}|\\d{2})${END}`, ([year]) =>
    one("year", Number(year) < 100 ? 2000 + Number(year) : Number(year)),
  ),
  form(`((?:1\\d|20)\\d\\d)[-/](\\d\\d)${END}(?!-)`, readYears),
  form(`'(\\d\\d)${END}(?!['"])`, ([year]) =>
    one("year", 1900 + Number(year), 2000 + Number(year), 1800 + Number(year)),
  ),
  form(`(${DAYS.join("|")})s?${END}`, ([name = ""]) =>
    one("weekday", DAYS.indexOf(name.toLowerCase()) + 1),
  ),
];

/** The facts of a calendar and a clock in a text of digits, and the text with blanks in their place. */
export function readClockAndCalendar(text: string): { facts: QuantityFact[]; rest: string } {
  const facts: QuantityFact[] = [];
  let rest = text;
  if (!/\d|day/i.test(text)) return { facts, rest };
  for (const { pattern, read } of FORMS) {
    const from = facts.length;
    for (const match of rest.matchAll(pattern)) {
      const readings = read(match.slice(1));
      if (readings.length === 0) continue;
      const { 0: raw, index: start } = match;
      const end = start + raw.length;
      for (const reading of readings) facts.push(toFact(reading, { start, end, raw }));
    }
    rest = blankPlaces(rest, facts.slice(from));
  }
  return { facts, rest };
}

function toFact(
  { kind, values }: Reading,
  place: { start: number; end: number; raw: string },
): QuantityFact {
  const base = { kind: "quantity" as const, ...place, digits: "", calendar: true as const };
  if (kind === "year") return { ...base, values, plain: values };
  const plain = kind === "before Christ" ? values : [];
  return { ...base, values, plain, unit: { kind, factor: 1 } };
}

/** Without "am" or "pm", hours to twelve may be of either half of the day. */
function readClock([hour, minute = "0", half]: (string | undefined)[]): Reading[] {
  const at = (hours: number) => hours * 60 + Number(minute);
  const hours = Number(hour);
  if (half) return one("clock", at((hours % 12) + (half.toLowerCase() === "p" ? 12 : 0)));
  return hours > 12 || hours === 0
    ? one("clock", at(hours))
    : one("clock", at(hours), at((hours + 12) % 24));
}

/** "1992-93" are two years; "2021-03" is a month, unless it is the next year. */
function readYears([first, second]: (string | undefined)[]): Reading[] {
  const [from, last] = [Number(first), Number(second)];
  const to = from - (from % 100) + last + (last < from % 100 ? 100 : 0);
  if (to - from > 30 || to <= from || (last <= 12 && to !== from + 1)) return [];
  return [...one("year", from), ...one("year", to)];
}
