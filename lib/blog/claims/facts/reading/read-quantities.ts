import type { QuantityFact } from "../quantity-fact";
import { type DigitText, writeDigits } from "../write-digits";
import { readClockAndCalendar } from "./read-clock-and-calendar";
import { NUMERAL, readNumeral } from "./read-numerals";
import { readAge, readCurrencyBefore, readPeriod, readScale, readUnitAfter } from "./read-unit";

const NAME_BEFORE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}_][\p{L}\p{N}_]{0,30}-?$/u;
const VERSION_BEFORE = /(?:(?<![\p{L}\p{N}])v\.? ?|\b(?:versions?|releases?|ver\.?) )$/iu;
/** "10-20 %": what stands between two numbers of one range. */
const RANGE = /^ ?(?:-|to|and|or|through|bis|und|à|a) ?$/i;

/** The numbers of a text of `plainDigits`, in order. Linear in its length. */
export function readQuantities(plainText: string): { facts: QuantityFact[]; digits: DigitText } {
  const digits = writeDigits(plainText);
  const { facts: calendar, rest } = readClockAndCalendar(digits.text);
  const numbers = { ...digits, text: rest };
  const facts = [...rest.matchAll(NUMERAL)].flatMap(({ 0: raw, index }) =>
    readOne(numbers, raw, index),
  );
  const all = [...calendar, ...shareUnits(facts, rest)].sort((a, b) => a.start - b.start);
  return { facts: all, digits };
}

function readOne({ text, spelled, worded }: DigitText, raw: string, start: number): QuantityFact[] {
  const before = text.slice(Math.max(0, start - 34), start);
  const after = text.slice(start + raw.length, start + raw.length + 40);
  const base = { kind: "quantity" as const, start, digits: raw, values: [], plain: [] };
  const numeral = readNumeral(/(?<![\p{L}\p{N}])\.$/u.test(before) ? `0.${raw}` : raw);
  const version = VERSION_BEFORE.exec(before);
  if (version || numeral.values.length === 0) {
    const tail = /^(?:\.x\b|-[a-z][\w.]{0,20})?/i.exec(after)?.[0] ?? "";
    const end = start + raw.length + tail.length;
    const exact = raw + tail.replace(/\.x$/i, "").toLowerCase();
    return [{ ...base, end, raw: raw + tail, exact, plain: numeral.values }];
  }
  const currency = readCurrencyBefore(before);
  const prefix = currency ? undefined : NAME_BEFORE.exec(before)?.[0];
  if (prefix !== undefined && (!prefix.endsWith("-") || /\p{Lu}/u.test(prefix)))
    return [readName(base, { prefix, raw, after })];
  const scale = readScale(after, currency !== undefined);
  const rest = after.slice(scale.length);
  const following = readUnitAfter(rest) ?? readAge(before);
  const unit = currency ?? following?.unit;
  const taken = scale.length + (currency ? 0 : (following?.length ?? 0));
  const glued = /^[\p{Script=Latin}_]/u.test(after.slice(taken)) && !/^ /.test(after);
  if (glued && taken === 0 && !/^s\b/.test(after))
    return [readName(base, { prefix: "", raw, after })];
  const words = spelled.get(start);
  const said = worded.get(start);
  const plain = numeral.values.map((value) => value * scale.factor);
  const values = plain.map((value) => value * (unit?.factor ?? 1) + (unit?.offset ?? 0));
  const period = readPeriod(after.slice(taken));
  return [
    {
      ...base,
      end: start + raw.length + taken,
      raw: `${currency ? (/\S+ ?$/.exec(before)?.[0] ?? "") : ""}${said && !words ? said : `${words?.words ?? raw}${after.slice(0, taken)}`}`,
      values,
      plain,
      ...(unit ? { unit } : {}),
      ...(words ? { spelled: words } : {}),
      ...(said && !words ? { worded: true } : {}),
      ...(period ? { period } : {}),
    },
  ];
}

/** "GPT-4", "ES6", "4K": letters and digits that are one word. */
function readName(
  base: Pick<QuantityFact, "kind" | "start" | "digits" | "values" | "plain">,
  { prefix, raw, after }: { prefix: string; raw: string; after: string },
): QuantityFact {
  const tail = /^[\p{L}\p{N}_]{0,20}/u.exec(after)?.[0] ?? "";
  const name = `${prefix}${raw}${tail}`;
  const exact = name.toLowerCase().replaceAll("-", "");
  return { ...base, end: base.start + raw.length + tail.length, raw: name, exact };
}

/** In "10 to 20 %" and "$3-5 million" both numbers count the same. */
function shareUnits(facts: QuantityFact[], text: string): QuantityFact[] {
  const shared = [...facts];
  for (const [index, first] of facts.entries()) {
    const second = facts[index + 1];
    if (!second || first.exact || second.exact) continue;
    const unit = first.unit ?? second.unit;
    if (!unit || unit.kind === "ordinal" || (first.unit && unit.kind !== "money")) continue;
    const between = text.slice(first.end, second.start).replace(/[$€£¥₹]/g, "");
    if (!RANGE.test(between)) continue;
    const scale = (second.plain[0] ?? 1) / (readNumeral(second.digits).values[0] || 1);
    const both = first.plain.flatMap((value) => [value, value * scale]);
    shared[index] = { ...first, values: both.map((value) => value * unit.factor), unit };
    if (!second.unit)
      shared[index + 1] = { ...second, values: second.plain.map((v) => v * unit.factor), unit };
  }
  return shared;
}
