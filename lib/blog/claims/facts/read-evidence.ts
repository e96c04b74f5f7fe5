import { plainDigits } from "./plain-digits";
import { type DateReading, readDates } from "./read-dates";
import { type QuantityFact, readQuantities } from "./read-quantities";
import { toWords } from "./read-quotations";
import { readWordedAmounts } from "./read-worded-amounts";

/** What a passage holds that a sentence's facts can be found in. */
export type Evidence = {
  quantities: QuantityFact[];
  /** For each word or two, the plain numbers that stand before them: "3 regions". */
  counts: ReadonlyMap<string, ReadonlySet<number>>;
  dates: DateReading[];
  /** Its words alone, for quotations. */
  words: string;
  /** Without spaces and hyphens, lower case, for names such as GPT-4. */
  squeezed: string;
};

/** Reads the numbers, dates and words of a passage, code included. */
export function readEvidence(text: string): Evidence {
  const plain = plainDigits(text.replaceAll("`", " "));
  const { facts, digits } = readQuantities(plain);
  const counts = new Map<string, Set<number>>();
  for (const fact of facts) {
    if (fact.unit || fact.exact) continue;
    for (const noun of nounsBehind(digits.text, fact.end)) {
      const known = counts.get(noun) ?? new Set<number>();
      for (const value of fact.values) known.add(value);
      counts.set(noun, known);
    }
  }
  return {
    quantities: [...facts, ...readWordedAmounts(plain)],
    counts,
    dates: readDates(plain).flatMap(({ readings }) => readings),
    words: toWords(text),
    squeezed: plain.toLowerCase().replace(/[ -]/g, ""),
  };
}

/** The next words behind a number, crudely in the singular: what it may count. */
export function nounsBehind(text: string, end: number): string[] {
  const words = /^[ -]((?:\p{L}+[ -]?){1,2})/u.exec(text.slice(end, end + 40))?.[1] ?? "";
  const nouns = words.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return nouns.map((noun) => noun.replace(/(?<=.{3})s$/, "")).filter((noun) => !VAGUE.has(noun));
}

/** Words that say nothing of what was counted. */
const VAGUE = new Set(
  "and the for with from that more than are were was has have other per out way".split(" "),
);
