import { keyOf, kindOf } from "../kind-of";
import type { QuantityFact } from "../quantity-fact";
import type { Evidence, Mention } from "../read-evidence";
import type { Unit } from "../reading/unit-table";
import type { Stated } from "./find-rival";

/** The mentions of passages that have one of the values, whatever they count. */
export function listMentions(values: readonly number[], evidence: readonly Evidence[]): Mention[] {
  const keys = new Set(values.map(keyOf));
  return evidence.flatMap(({ byValue }) => [...keys].flatMap((key) => byValue.get(key) ?? []));
}

/** The same amount of the same thing; a bare number may be what a unit was left off. */
export function isSame(
  { fact, around }: Pick<Stated, "fact" | "around">,
  mention: Mention,
): boolean {
  const other = mention.fact;
  const [unit, otherUnit] = [fact.unit, other.unit];
  if (fact.exact || other.exact) return isMajor(fact.digits, other);
  if (!unit)
    return (
      otherUnit?.kind !== "percent" &&
      (shares(fact.values, other.plain) || shares(fact.values, other.values))
    );
  if (!otherUnit) return sharesWord(around.beside, mention) && isSameBare(fact, unit, other);
  return pairUnits(unit, otherUnit).some(
    ([one, two]) =>
      one.kind === two.kind &&
      (!one.currency || !two.currency || one.currency === two.currency) &&
      shares(measure(fact, one), measure(other, two)),
  );
}

/** A passage's bare number may be an amount of money, a share or a time, but "12 people" are no 12 %. */
function isSameBare(fact: QuantityFact, { kind }: Unit, other: QuantityFact): boolean {
  if (kind === "percent")
    return shares(
      fact.plain.map((value) => value / 100),
      other.plain,
    );
  if (kind === "time")
    return (
      shares(fact.values, [...other.plain, ...other.plain.map((value) => value / 1_000)]) ||
      shares(fact.plain, other.plain)
    );
  return kind !== "points" && kind !== "clock" && shares(fact.plain, other.plain);
}

/** An ambiguous unit counts as each that it may be. */
function pairUnits(one: Unit, other: Unit): (readonly [Unit, Unit])[] {
  const both = [one, ...(one.also ? [one.also] : [])];
  return both.flatMap((left) =>
    [other, ...(other.also ? [other.also] : [])].map((right) => [left, right] as const),
  );
}

function measure(fact: QuantityFact, unit: Unit): number[] {
  return unit === fact.unit ? fact.values : fact.plain.map((value) => value * unit.factor);
}

/** 15 is a part of the version 15.0.3. */
function isMajor(digits: string, { exact }: QuantityFact): boolean {
  return /^\d+$/.test(digits) && exact !== undefined && `${exact}.`.startsWith(`${digits}.`);
}

export function shares(values: readonly number[], others: readonly number[]): boolean {
  return values.some((value) => others.some((other) => keyOf(value) === keyOf(other)));
}

/** The mentions whose value lies between two, both included, among those of a fact's kind. */
export function listBetween(
  fact: QuantityFact,
  [least, most]: readonly [number, number],
  evidence: readonly Evidence[],
): Mention[] {
  return evidence.flatMap(({ byKind }) => {
    const ordered = byKind.get(kindOf(fact)) ?? [];
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.value ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    const found: Mention[] = [];
    for (let at = low; at < ordered.length && found.length < 50; at += 1) {
      const one = ordered[at];
      if (!one || one.value > most) break;
      found.push(one.mention);
    }
    return found;
  });
}

/** True where one of the words stands beside the number too. */
export function sharesWord(words: ReadonlySet<string>, { around }: Mention): boolean {
  return [...words].some((word) => around.beside.has(word));
}

/** False for euros against dollars; a currency that is not named may be any. */
export function mayBeCurrency({ unit }: QuantityFact, { unit: other }: QuantityFact): boolean {
  return !unit?.currency || !other?.currency || unit.currency === other.currency;
}
