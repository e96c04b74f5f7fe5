import { cutText } from "../../text/cut-text";
import { findDate } from "./facts/comparing/find-date";
import { findOtherName } from "./facts/comparing/find-other-name";
import { findQuantity } from "./facts/comparing/find-quantity";
import { findQuotation } from "./facts/comparing/find-quotation";
import { findNegated, findTurned } from "./facts/comparing/find-turned";
import { explainClash, explainDoubt } from "./facts/explain-finding";
import { clash, type Finding } from "./facts/finding";
import { keyOf } from "./facts/kind-of";
import type { QuantityFact } from "./facts/quantity-fact";
import type { Evidence } from "./facts/read-evidence";
import { blankPlaces } from "./facts/reading/blank-places";
import { plainDigits } from "./facts/reading/plain-digits";
import { type DateFact, readDates } from "./facts/reading/read-dates";
import { readQuantities } from "./facts/reading/read-quantities";
import { type QuotationFact, readQuotations } from "./facts/reading/read-quotations";
import { openSurroundings } from "./facts/reading/read-surroundings";
import { tagWords, type Word } from "./facts/reading/tag-words";
import { maskCode } from "./split-sentences";

/**
 * The checkable facts of a sentence. `digits` is the text that the places of `quantities` are in, and
 * `plain` the one of `dates`.
 */
export type SentenceFacts = {
  quantities: QuantityFact[];
  digits: string;
  dates: DateFact[];
  plain: string;
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
  const { facts, digits } = readQuantities(blankPlaces(plain, dates).replace(/24\/7/g, "    "));
  return {
    quantities: facts.filter((fact) => !isPointer(fact, digits.text)),
    digits: digits.text,
    dates,
    plain,
    quotations: readQuotations(maskCode(text)).map((fact) => ({
      ...fact,
      raw: text.slice(fact.start + 1, fact.end - 1),
    })),
  };
}

function isPointer({ start, end, spelled, unit, values }: QuantityFact, text: string): boolean {
  const [value = 0] = values;
  if (spelled && spelled.value < 2) return true;
  if (unit?.kind === "ordinal" && value < 2) return true;
  const before = text.slice(Math.max(0, start - 14), start);
  if (spelled && !unit && /\b(?:these|those) $/i.test(before)) return true;
  if (/^\s*$/.test(text.slice(0, start)) && /^\)/.test(text.slice(end))) return true;
  return POINTER.test(before);
}

/** Everything that a sentence states and its passages contradict, or do not say. */
export function compareFacts(facts: SentenceFacts, evidence: readonly Evidence[]): FactProblem[] {
  const words = tagWords(facts.digits);
  const values = [...findNumbers(facts, words, evidence), ...findDates(facts, evidence)];
  return [
    ...(isInvented(values) ? values.map(refute) : values),
    ...facts.quotations.map((fact) => ({ raw: fact.raw, finding: findQuotation(fact, evidence) })),
    ...findWords(facts.digits, words, evidence),
  ].flatMap((found) => toProblem(found, evidence.length > 1));
}

type Found = { raw: string; finding: Finding };

/** So many values of one sentence, and not one of them in its passages: it rests on none of them. */
const INVENTED = 3;

function isInvented(values: readonly Found[]): boolean {
  return values.length >= INVENTED && values.every(({ finding }) => isNowhere(finding));
}

function isNowhere(finding: Finding): boolean {
  return finding.is === "refuted" || (finding.is === "doubtful" && finding.why === "nowhere");
}

function refute({ raw, finding }: Found): Found {
  return { raw, finding: finding.is === "doubtful" ? clash("absent") : finding };
}

function findNumbers(
  { quantities, digits: text }: SentenceFacts,
  words: readonly Word[],
  evidence: readonly Evidence[],
): Found[] {
  const surround = openSurroundings(text, words);
  const stated = new Set(quantities.flatMap(({ values }) => values.map(keyOf)));
  return quantities.map((fact) => {
    const around = surround(fact.start, fact.end);
    return { raw: fact.raw, finding: findQuantity({ fact, around, text, stated }, evidence) };
  });
}

function findDates({ dates, plain }: SentenceFacts, evidence: readonly Evidence[]): Found[] {
  if (dates.length === 0) return [];
  const surround = openSurroundings(plain);
  return dates.map((fact) => {
    return { raw: fact.raw, finding: findDate(fact, surround(fact.start, fact.end), evidence) };
  });
}

/** Beyond numbers: a word turned into its opposite, a denial, another name. */
function findWords(text: string, words: readonly Word[], evidence: readonly Evidence[]): Found[] {
  const found =
    findTurned(words, text, evidence) ??
    findNegated(words, text, evidence) ??
    findOtherName(words, text, evidence);
  return found ? [found] : [];
}

function toProblem({ raw, finding }: Found, many: boolean): FactProblem[] {
  const told = { raw: shorten(raw.trim()), many };
  if (finding.is === "found") return [];
  if (finding.is === "doubtful")
    return [{ refuted: false, reason: explainDoubt(finding.why, told) }];
  return [{ refuted: true, reason: explainClash(finding.why, finding.says, told) }];
}

function shorten(text: string): string {
  return text.length > 90 ? `${cutText(text, 89).trimEnd()}…` : text;
}
