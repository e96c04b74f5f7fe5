import { CARDINAL, NUMBER_WORDS, SMALL_NUMBER, toValue } from "./reading/read-number-words";

/** A number that was spelled out, by where it begins in the text that holds digits instead. */
export type SpelledNumber = { words: string; value: number };
/**
 * Text with digits for words. `spelled` are its cardinal numbers that were words, and `worded` all that
 * was: ordinals, fractions and multiples too.
 */
export type DigitText = {
  text: string;
  spelled: ReadonlyMap<number, SpelledNumber>;
  worded: ReadonlyMap<number, string>;
};

const START = "(?<![\\p{L}\\p{N}_-])";
const END = "(?![\\p{L}\\p{N}_])";
const NUMBER = "\\d+(?:\\.\\d+)?";
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  quarter: 4,
  ...Object.fromEntries(ORDINALS.slice(2, 10).map((word, index) => [word, index + 3])),
};
const PART = ORDINALS.slice(2, 10).join("|");
const SMALL = "one|two|three|four|five|six|seven|eight|nine|ten";
const SCALE = "hundred|thousand|million|billion|trillion";
const MEASURE = "percent|per cent|%|dozen|hours?|minutes?|years?|months?|points?|miles?|metres?";

type Rule = { pattern: string; write: (words: string) => string };
const countOf = (word: string) => (/^an?$/i.test(word) ? 1 : toValue(word));
const percent = (share: number) => `${Number((share * 100).toFixed(2))} %`;

const CARDINALS = new RegExp(CARDINAL, "giu");
const inDigits = (words: string) => words.replace(CARDINALS, (one) => String(toValue(one)));

/** The ways to say a number in words, but for the cardinals; the first that fits counts. */
const RULES: Rule[] = [
  {
    pattern: `${START}(?:${SMALL_NUMBER}|\\d+) (?:dot|point) ${SMALL_NUMBER}${END}`,
    write: (words) =>
      words
        .split(/ (?:dot|point) /i)
        .map(inDigits)
        .join("."),
  },
  {
    pattern: `${START}(?:${SMALL_NUMBER}|\\d+) (?:euros?|dollars?|pounds?) and (?:${SMALL_NUMBER}|\\d{1,2}) (?:centimes?|cents?|pence)${END}`,
    write: (words) => {
      const [whole = "", part = ""] = words.split(" and ").map(inDigits);
      const [amount = "", currency = ""] = whole.split(" ");
      return `${amount}.${/^\d+/.exec(part)?.[0].padStart(2, "0")} ${currency}`;
    },
  },
  {
    pattern: `${START}(?:${SMALL}|${NUMBER}) (?:in|out of)(?: every)? (?:${SMALL}|twenty|fifty|(?:a |one )?hundred|\\d{1,3})${END}(?! ?[%\\d:])`,
    write: (words) => {
      const [part = "", whole = ""] = words.split(/ (?:in|out of)(?: every)? /i);
      const [few, all] = [part, whole].map((word) => (/^\d/.test(word) ? +word : countOf(word)));
      return few && all && few < all ? percent(few / all) : inDigits(words);
    },
  },
  {
    pattern: `${START}(?:${SMALL}|${NUMBER}|an?) and a half${END}`,
    write: (words) => {
      const [whole = ""] = words.split(" ");
      return String((/^\d/.test(whole) ? Number(whole) : countOf(whole)) + 0.5);
    },
  },
  {
    pattern: `${START}half an? (?=(?:${MEASURE}|${SCALE})${END})`,
    write: () => "0.5 ",
  },
  {
    pattern: `${START}(?:(?:${SMALL})[ -](?:half|halves|quarter|${PART})s?|an?[ -](?:half|quarter|(?:${PART})(?= of${END})))${END}(?! (?:and a half|hour|mile|century|final|finals|time)${END})`,
    write: (words) => {
      const [count = "", name = ""] = words.toLowerCase().split(/[ -]/);
      const whole = PARTS[name] ?? PARTS[name.replace(/s$/, "")];
      const share = whole ? countOf(count) / whole : 1;
      return share >= 1 ? inDigits(words) : percent(share);
    },
  },
  {
    pattern: `(?<!(?:first|second|other|latter|former|better|last|this|top|bottom|upper|lower|and a)[ -])${START}half (?=(?:of|the|all|its|their|agreed|said|were|are|would)${END})`,
    write: () => "50 % ",
  },
  { pattern: `${START}(?:doubl(?:ed|es|ing)|twice|twofold)${END}`, write: () => "2x" },
  { pattern: `${START}(?:tripl(?:ed|es|ing)|thrice|threefold)${END}`, write: () => "3x" },
  { pattern: `${START}quadrupl(?:ed|es|ing)${END}`, write: () => "4x" },
  { pattern: `${START}halv(?:ed|es|ing)${END}`, write: () => "50 %" },
  { pattern: `${START}(?:minus|negative) (?=\\d)`, write: () => "-" },
  {
    pattern: `(?<=(?:the|his|her|its|their|our|my|your|in|for|and|or|to|a)[ -])second(?=[ -]\\p{L})(?! half${END})|${START}(?:${ORDINALS.filter((word) => word !== "second").join("|")})(?=[ -]|${END})(?![\\p{L}]| half${END})`,
    write: (words) => writeOrdinal(ORDINALS.indexOf(words.toLowerCase()) + 1),
  },
];
const EACH = RULES.map(({ pattern, write }) => ({ whole: new RegExp(pattern, "iuy"), write }));
const ONE_CARDINAL = new RegExp(CARDINAL, "iuy");
/** What every number in words begins with: the rules need not be tried at every letter. */
const HEAD = new RegExp(
  `\\d+|(?<![a-z])(?:an?[ -]|${NUMBER_WORDS.join("|")}|${ORDINALS.join("|")}|half|halv|doubl|twice|twofold|tripl|thrice|quadrupl|minus|negative)`,
  "gi",
);

function writeOrdinal(value: number): string {
  const ending = ["th", "st", "nd", "rd"][value < 4 ? value : 0] ?? "th";
  return `${value}${ending}`;
}

/** Writes spelled English numbers in digits. Linear in the length of the text. */
export function writeDigits(text: string): DigitText {
  const spelled = new Map<number, SpelledNumber>();
  const worded = new Map<number, string>();
  let out = "";
  let from = 0;
  for (const { index } of text.matchAll(HEAD)) {
    const found =
      index < from ? undefined : (writeOther(text, index) ?? writeCardinal(text, index));
    if (!found) continue;
    const { words, written, value } = found;
    out += text.slice(from, index);
    from = index + words.length;
    if (value !== undefined) spelled.set(out.length, { words, value });
    if (written !== words) worded.set(out.length, words.trim());
    out += written;
    if (value !== undefined && /^\p{L}/u.test(text.slice(from, from + 1))) out += "-";
  }
  return { text: out + text.slice(from), spelled, worded };
}

/** What stands in words at a place, in digits; `value` where it is a cardinal number. */
type Written = { words: string; written: string; value?: number };

/** "Second" of "Second World War" is a part of a name. */
function writeOther(text: string, index: number): Written | undefined {
  for (const { whole, write } of EACH) {
    whole.lastIndex = index;
    const words = whole.exec(text)?.[0];
    if (words === undefined) continue;
    const behind = text.slice(index + words.length, index + words.length + 2);
    const name = /^\p{Lu}/u.test(words) && /^ \p{Lu}/u.test(behind);
    return { words, written: name ? words : write(words) };
  }
  return undefined;
}

function writeCardinal(text: string, index: number): Written | undefined {
  ONE_CARDINAL.lastIndex = index;
  const words = ONE_CARDINAL.exec(text)?.[0];
  if (words === undefined) return undefined;
  const value = toValue(words);
  return { words, written: String(value), value };
}
