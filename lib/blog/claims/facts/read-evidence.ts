import { keyOf, kindOf } from "./kind-of";
import type { QuantityFact } from "./quantity-fact";
import { blankPlaces } from "./reading/blank-places";
import { plainDigits } from "./reading/plain-digits";
import { openContexts, type WordContext } from "./reading/read-context";
import { type DateReading, readDates } from "./reading/read-dates";
import { readQuantities } from "./reading/read-quantities";
import { toWords } from "./reading/read-quotations";
import { readRoman } from "./reading/read-roman";
import { openSurroundings, type Surroundings } from "./reading/read-surroundings";
import { tagWords, type Word } from "./reading/tag-words";

/** A number of a passage. */
export type Mention = { fact: QuantityFact; around: Surroundings };
export type DateMention = { reading: DateReading; raw: string; around: Surroundings };
/** A passage, read once: what a sentence's facts are looked up in. */
export type Evidence = {
  /** Its numbers by each value that they may have, as `keyOf` writes it. */
  byValue: ReadonlyMap<string, Mention[]>;
  /** Its numbers by kind, in the order of their values. */
  byKind: ReadonlyMap<string, Ordered[]>;
  /** Its numbers by the stems beside them. */
  bySide: ReadonlyMap<string, Mention[]>;
  dates: ReadonlyMap<number, DateMention[]>;
  datesBySide: ReadonlyMap<string, DateMention[]>;
  /** Its versions and names, each version also by its first number. */
  names: ReadonlySet<string>;
  /** In digits, and its words. */
  text: string;
  words: readonly Word[];
  /** What stands around the word at a place. */
  contextAt: (place: number) => WordContext;
  /** Where in `words` each stem stands. */
  places: ReadonlyMap<string, number[]>;
  /** Its words alone, for quotations. */
  quotable: string;
  /** Without spaces and hyphens, lower case, for names such as GPT-4. */
  squeezed: string;
  /** It says "last year" or the like, so that a year may follow from it. */
  relative: boolean;
};
type Ordered = { value: number; mention: Mention };

const RELATIVE =
  /\b(?:(?:last|this|next|previous|following|same) (?:year|month|week|season)|(?:years?|months?|weeks?) (?:ago|later|earlier|before|after))\b|\b(?:yesterday|tomorrow|today)\b/i;
/** The number of an item of a list counts nothing. */
const ITEM = /^[ \t]*\d{1,3}[.)](?=[ \t])/gm;
const blank = (text: string) => " ".repeat(text.length);
/** As many places of one word as are looked at. */
const MOST_PLACES = 200;

/** Reads the numbers, dates and words of a passage, code included. Linear in its length. */
export function readEvidence(text: string): Evidence {
  const plain = plainDigits(text.replace(ITEM, blank).replaceAll("`", " "));
  const { mentions, dated, digits, words } = readMentions(plain);
  return {
    byValue: groupBy(mentions, ({ fact }) => [
      ...new Set([...fact.values, ...fact.plain].map(keyOf)),
    ]),
    byKind: orderByKind(mentions),
    bySide: groupBy(mentions, ({ around }) => [...around.beside], MOST_PLACES),
    datesBySide: groupBy(dated, ({ around }) => [...around.beside], MOST_PLACES),
    dates: groupBy(dated, ({ reading }) => [reading.month]),
    names: new Set(mentions.flatMap(({ fact }) => listNames(fact))),
    text: digits,
    words,
    contextAt: openContexts(words),
    places: groupBy([...words.keys()], (index) => [words[index]?.stem ?? ""], MOST_PLACES),
    quotable: toWords(text),
    squeezed: plain.toLowerCase().replace(/[ -]/g, ""),
    relative: RELATIVE.test(plain),
  };
}

function readMentions(plain: string) {
  const dates = readDates(plain, { loose: true });
  const { facts, digits } = readQuantities(blankPlaces(plain, dates));
  const words = tagWords(digits.text);
  const [besideDate, besideNumber] = [
    openSurroundings(plain),
    openSurroundings(digits.text, words),
  ];
  const dated = dates.flatMap(({ readings, start, end, raw }): DateMention[] => {
    const around = besideDate(start, end);
    return readings.map((reading) => ({ reading, raw, around }));
  });
  const numbers = [...facts, ...readRoman(digits.text)].map((fact): Mention => {
    return { fact, around: besideNumber(fact.start, fact.end) };
  });
  return { mentions: [...numbers, ...dated.flatMap(yearOf)], dated, digits: digits.text, words };
}

function listNames({ exact }: QuantityFact): string[] {
  if (exact === undefined) return [];
  const [, major] = /^(\d+)\./.exec(exact) ?? [];
  return major ? [exact, major] : [exact];
}

/** The year of a date is evidence for a year alone. */
function yearOf({ reading: { year }, raw, around }: DateMention): Mention[] {
  if (year === undefined) return [];
  const values = [year];
  const fact = { kind: "quantity" as const, start: 0, end: 0, raw, digits: String(year) };
  return [{ fact: { ...fact, values, plain: values, calendar: true }, around }];
}

function orderByKind(mentions: readonly Mention[]): Map<string, Ordered[]> {
  const ordered = new Map<string, Ordered[]>();
  for (const [kind, list] of groupBy(mentions, ({ fact }) => [kindOf(fact)])) {
    const values = list.flatMap((mention) =>
      mention.fact.values.map((value) => ({ value, mention })),
    );
    ordered.set(
      kind,
      values.sort((one, other) => one.value - other.value),
    );
  }
  return ordered;
}

function groupBy<Key, Item>(
  items: readonly Item[],
  keys: (item: Item) => Key[],
  most = Number.POSITIVE_INFINITY,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items)
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else if (group.length < most) group.push(item);
    }
  return groups;
}
