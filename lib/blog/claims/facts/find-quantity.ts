import { type Evidence, nounsBehind } from "./read-evidence";
import type { QuantityFact } from "./read-quantities";

/** Whether passages hold a number: `doubtful` where a reader could have counted or rounded. */
export type Finding = "found" | "doubtful" | "missing";

const HEDGE =
  /\b(?:about|around|approximately|approx\.?|nearly|almost|roughly|over|under|more than|less than|fewer than|at least|at most|up to|some|ca\.|circa|close to)[ $€£¥₹]*$/i;
/** Spelled numbers up to here may come from counting what a passage lists. */
const COUNTABLE = 10;

/** Looks for a number of a sentence in what its passages hold. `text` is the sentence in digits. */
export function findQuantity(
  fact: QuantityFact,
  text: string,
  evidence: readonly Evidence[],
): Finding {
  const known = evidence.flatMap(({ quantities }) => quantities);
  if (fact.exact !== undefined) return findExact(fact, fact.exact, evidence);
  const nouns = fact.unit ? [] : nounsBehind(text, fact.end);
  if (known.some((other) => isSame(fact, other)))
    return contradicts(fact, nouns, evidence) ? "missing" : "found";
  const counted = fact.spelled !== undefined && fact.spelled.value <= COUNTABLE && !fact.unit;
  if (counted) return contradicts(fact, nouns, evidence) ? "missing" : "doubtful";
  const hedged = HEDGE.test(text.slice(Math.max(0, fact.start - 30), fact.start));
  return hedged && known.some((other) => roundsTo(other, fact)) ? "doubtful" : "missing";
}

/** True when the passages count the same thing, and never with this number. */
function contradicts(
  fact: QuantityFact,
  nouns: readonly string[],
  evidence: readonly Evidence[],
): boolean {
  const counts = nouns.flatMap((noun) => evidence.map((one) => one.counts.get(noun)));
  const known = counts.filter((values) => values !== undefined);
  return (
    known.length > 0 && !known.some((values) => fact.values.some((value) => values.has(value)))
  );
}

/** Versions and names: the same spelling. "Next.js 15" may rest on 15.0.3, but not 15.1 on 15.2. */
function findExact(fact: QuantityFact, exact: string, evidence: readonly Evidence[]): Finding {
  const known = evidence.flatMap(({ quantities }) => quantities);
  const same = known.some(
    (other) =>
      other.exact === exact || (!other.exact && other.digits === exact) || isMajor(exact, other),
  );
  if (same) return "found";
  if (/^[\d.]/.test(exact)) return "missing";
  const spoken = evidence.some(({ squeezed }) => holds(squeezed, exact));
  return spoken || holdsParts(fact, evidence) ? "found" : "missing";
}

function isMajor(exact: string, { exact: version }: QuantityFact): boolean {
  return /^\d+$/.test(exact) && version !== undefined && `${version}.`.startsWith(`${exact}.`);
}

/** A name without spaces and hyphens, not followed by another digit. */
function holds(squeezed: string, name: string): boolean {
  for (let at = squeezed.indexOf(name); at >= 0; at = squeezed.indexOf(name, at + 1))
    if (!/[\d]/.test(squeezed.charAt(at + name.length))) return true;
  return false;
}

/** "top-10" and "mid2024" rest on 10 and 2024. */
function holdsParts(fact: QuantityFact, evidence: readonly Evidence[]): boolean {
  const value = Number(fact.digits);
  if (/\p{Lu}|\d\p{L}/u.test(fact.raw)) return false;
  return evidence.some(({ quantities }) => quantities.some((other) => other.plain.includes(value)));
}

/** The same amount of the same thing; a bare number may be what a unit was left off. */
function isSame(fact: QuantityFact, other: QuantityFact): boolean {
  const [kind, otherKind] = [fact.unit?.kind, other.unit?.kind];
  if (kind === undefined)
    return (
      shares(fact.values, other.plain) || shares(fact.values, other.values) || isPart(fact, other)
    );
  if (kind === otherKind) return shares(fact.values, other.values) && isSameCurrency(fact, other);
  if (other.exact || otherKind !== undefined) return false;
  if (kind === "percent" || kind === "money") return false;
  if (kind === "time")
    return (
      shares(fact.plain, other.plain) ||
      shares(fact.values, [...other.plain, ...other.plain.map((value) => value / 1_000)])
    );
  return shares(fact.plain, other.plain);
}

/** 15 is a part of 15.0.3. */
function isPart(fact: QuantityFact, other: QuantityFact): boolean {
  return isMajor(fact.digits, other);
}

function isSameCurrency({ unit }: QuantityFact, { unit: other }: QuantityFact): boolean {
  return !unit?.currency || !other?.currency || unit.currency === other.currency;
}

function shares(values: readonly number[], others: readonly number[]): boolean {
  return values.some((value) =>
    others.some(
      (other) => value === other || Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value)),
    ),
  );
}

/** True when the other number, rounded as far as this one is, is this one. */
function roundsTo(other: QuantityFact, fact: QuantityFact): boolean {
  if (other.unit?.kind !== fact.unit?.kind) return false;
  const [value = 0] = fact.values;
  const significant =
    String(value)
      .replace(/[.]/, "")
      .replace(/^0+|0+$/g, "").length || 1;
  return other.values.some(
    (exact) => exact !== 0 && shares([Number(exact.toPrecision(significant))], [value]),
  );
}
