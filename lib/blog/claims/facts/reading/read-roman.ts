import type { QuantityFact } from "../quantity-fact";

/** "World War II", "Super Bowl L": a name with a number behind it. */
const NAMED = /(?<=\p{Lu}[\p{L}.]{0,20} )([IVXL]{1,7})(?![\p{L}\p{N}.'])/gu;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
const WELL_FORMED = /^L?(?:X{0,3}|XL)(?:IX|IV|V?I{0,3})$/;

/** The Roman numerals that number a name, as numbers. */
export function readRoman(text: string): QuantityFact[] {
  return Array.from(text.matchAll(NAMED)).flatMap(({ 0: raw, index }) => {
    if (raw === "I" || !WELL_FORMED.test(raw)) return [];
    const values = [toNumber(raw)];
    const place = { start: index, end: index + raw.length, raw, digits: "" };
    return [{ kind: "quantity" as const, ...place, values, plain: values }];
  });
}

function toNumber(roman: string): number {
  const values = [...roman].map((letter) => VALUES[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + ((values[at + 1] ?? 0) > value ? -value : value),
    0,
  );
}
