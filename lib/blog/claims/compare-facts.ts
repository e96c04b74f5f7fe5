import { findQuantity } from "./facts/find-quantity";
import { plainDigits } from "./facts/plain-digits";
import { type DateFact, type DateReading, readDates } from "./facts/read-dates";
import type { Evidence } from "./facts/read-evidence";
import { type QuantityFact, readQuantities } from "./facts/read-quantities";
import { type QuotationFact, readQuotations, toWords } from "./facts/read-quotations";
import { maskCode } from "./split-sentences";

/** The checkable facts of a sentence. `digits` is the text that the places of `quantities` are in. */
export type SentenceFacts = {
  quantities: QuantityFact[];
  digits: string;
  dates: DateFact[];
  quotations: QuotationFact[];
};
/** What the cited passages do not hold, in words for the user; `refuted` when nothing else can mend it. */
export type FactProblem = { refuted: boolean; reason: string };

/** Numbers that order or point, and state nothing: "Step 2", "24/7". */
const POINTER =
  /(?:\b(?:steps?|figures?|fig\.|tables?|sections?|tips?|points?|items?|rules?|options?|questions?|lessons?|footnotes?)|#) $/i;

/** Reads the numbers, dates and quotations of a sentence; its code states none. */
export function readFacts(text: string): SentenceFacts {
  const plain = plainDigits(maskCode(text, " "));
  const dates = readDates(plain);
  const blank = dates.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    plain.replace(/24\/7/g, "    "),
  );
  const { facts, digits } = readQuantities(blank);
  return {
    quantities: facts.filter((fact) => !isPointer(fact, digits.text)),
    digits: digits.text,
    dates,
    quotations: readQuotations(maskCode(text)).map((fact) => ({
      ...fact,
      raw: text.slice(fact.start + 1, fact.end - 1),
    })),
  };
}

function isPointer({ start, spelled, unit }: QuantityFact, text: string): boolean {
  if (spelled && spelled.value < 2) return true;
  const before = text.slice(Math.max(0, start - 14), start);
  if (spelled && !unit && /\b(?:these|those) $/i.test(before)) return true;
  return POINTER.test(before);
}

/** Everything that a sentence states and none of its passages says. */
export function compareFacts(facts: SentenceFacts, evidence: readonly Evidence[]): FactProblem[] {
  const where = evidence.length > 1 ? "cited passages" : "cited passage";
  const quantities = facts.quantities.flatMap((fact): FactProblem[] => {
    const finding = findQuantity(fact, facts.digits, evidence);
    if (finding === "found") return [];
    const refuted = finding === "missing";
    const reason = refuted
      ? `“${fact.raw.trim()}” is not in the ${where}.`
      : `The ${where} do${evidence.length > 1 ? "" : "es"} not say “${fact.raw.trim()}” in so many words.`;
    return [{ refuted, reason }];
  });
  const dates = facts.dates
    .filter((fact) => !hasDate(fact, evidence))
    .map(({ raw }) => ({ refuted: true, reason: `The date “${raw}” is not in the ${where}.` }));
  const quotations = facts.quotations
    .filter(({ raw }) => !evidence.some(({ words }) => holdsQuotation(words, raw)))
    .map(({ raw }) => ({
      refuted: true,
      reason: `The quotation “${shorten(raw)}” is not in the ${where} word for word.`,
    }));
  return [...quantities, ...dates, ...quotations];
}

function hasDate({ readings }: DateFact, evidence: readonly Evidence[]): boolean {
  const known = evidence.flatMap(({ dates }) => dates);
  const years = new Set(
    evidence.flatMap(({ quantities }) => quantities.flatMap(({ plain }) => plain)),
  );
  return readings.some((wanted) =>
    known.some(
      (date) =>
        fits(wanted, date) || (fitsWithoutYear(wanted, date) && years.has(wanted.year ?? 0)),
    ),
  );
}

/** The passage says at least as much, and the same. */
function fits(wanted: DateReading, date: DateReading): boolean {
  return (
    wanted.month === date.month &&
    (wanted.day === undefined || wanted.day === date.day) &&
    (wanted.year === undefined || wanted.year === date.year)
  );
}

/** "March 3" in a passage that names the year elsewhere. */
function fitsWithoutYear(wanted: DateReading, date: DateReading): boolean {
  const { year: _, ...dayAndMonth } = wanted;
  return date.year === undefined && fits(dayAndMonth, date);
}

/** Every stretch between ellipses and editorial brackets stands in the passage, in order. */
function holdsQuotation(words: string, quotation: string): boolean {
  let from = 0;
  for (const stretch of quotation.split(/\.{3,}|…|\[[^\]]*\]/)) {
    const wanted = toWords(stretch);
    if (wanted.trim() === "") continue;
    const at = words.indexOf(wanted, from);
    if (at < 0) return false;
    from = at + wanted.length - 1;
  }
  return true;
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text;
}
