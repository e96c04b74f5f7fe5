import { isLong } from "../is-long";
import { kindOf } from "../kind-of";
import type { QuantityFact } from "../quantity-fact";
import type { Evidence } from "../read-evidence";
import type { Stated } from "./find-rival";

/** Of a page with more years than these, some two lie apart by whatever is looked for. */
const MOST_YEARS = 5;

/** True when a reader could have worked a value out of what the passages say: then code cannot judge it. */
export function canInfer({ fact, around }: Stated, evidence: readonly Evidence[]): boolean {
  const kind = kindOf(fact);
  const years = listYears(evidence);
  if (kind === "decade") return holdsYear(fact, years);
  if (kind === "ordinal" && around.nouns[0] === "centur") return holdsCentury(fact, years);
  if (years.length > MOST_YEARS || isLong(evidence)) return false;
  if (kind === "year") return followsYear(fact, years, evidence);
  const aged = [...around.beside].some((word) => /^ag(?:e|ed)?$/.test(word));
  if (fact.unit?.kind !== "span" && !aged) return false;
  return isBetween(years, (fact.plain[0] ?? 0) * ((fact.unit?.factor ?? 12) / 12));
}

function listYears(evidence: readonly Evidence[]): number[] {
  const known = evidence.flatMap(({ byKind }) => byKind.get("year") ?? []);
  return [...new Set(known.map(({ value }) => value))];
}

function holdsYear({ values }: QuantityFact, years: readonly number[]): boolean {
  return values.some((first) => years.some((year) => year >= first && year < first + 10));
}

function holdsCentury({ values: [century = 0] }: QuantityFact, years: readonly number[]): boolean {
  return years.some((year) => Math.ceil(year / 100) === century);
}

/** "Last year" of a page that names the year after. */
function followsYear(
  { values }: QuantityFact,
  years: readonly number[],
  evidence: readonly Evidence[],
): boolean {
  const relative = evidence.some((one) => one.relative);
  return relative && values.some((value) => years.some((year) => Math.abs(year - value) <= 1));
}

/** Two years of the passages lie as far apart, give or take one. */
function isBetween(years: readonly number[], span: number): boolean {
  return span >= 1 && years.some((from) => years.some((to) => Math.abs(to - from - span) <= 1));
}
