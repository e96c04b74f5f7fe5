import type { QuantityFact } from "./read-quantities";
import type { UnitKind } from "./read-unit";

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
type Amount = readonly [RegExp, UnitKind | null, number];
const AMOUNTS: readonly Amount[] = [
  ...ORDINALS.map((word, index): Amount => [wordOf(word), "ordinal", index + 1]),
  [wordOf("twice|doubl\\p{L}+"), "times", 2],
  [wordOf("thrice|tripl\\p{L}+"), "times", 3],
  [wordOf("half|halves|halv\\p{L}+"), "percent", 50],
  [wordOf("quarter"), "percent", 25],
  [wordOf("both|pair|couple|either"), null, 2],
  [wordOf("a|an|single"), null, 1],
];

function wordOf(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "iu");
}

/** Amounts that a text says in other words: "first" for 1st, "twice" for 2x, "half" for 50 %. */
export function readWordedAmounts(text: string): QuantityFact[] {
  return AMOUNTS.filter(([pattern]) => pattern.test(text)).map(([, kind, value]) => ({
    kind: "quantity",
    start: 0,
    end: 0,
    raw: "",
    digits: "",
    values: [value],
    plain: kind === "percent" ? [] : [value],
    ...(kind ? { unit: { kind, factor: 1 } } : {}),
  }));
}
