import type { Person } from "./count-text";
import type { Persona } from "./schema";

/** From and to, both included. */
export type Range = readonly [number, number];

const [SHORT, MEDIUM, LONG] = [14, 20, 40];
/** "12 to 18", "12-18". */
const FROM_TO = /(\d{1,2})\s*(?:-|–|to|and|bis)\s*(\d{1,2})/;
const AT_MOST =
  /(?:at most|under|below|up to|no more than|fewer than|less than|max\w*)\s+(\d{1,2})/i;
const NOT_LONG = /\b(?:never|not|no|without|avoid\w*)\s+(?:very |too )?long\w*/gi;

/** Words a sentence that a persona asks for; null where its own line states nothing countable. */
export function readSentenceLength({ sentenceLength }: Persona): Range | null {
  const [, from, to] = FROM_TO.exec(sentenceLength) ?? [];
  if (from && to) return [Number(from), Number(to)];
  const most = AT_MOST.exec(sentenceLength)?.[1];
  if (most) return [1, Number(most)];
  const about = Number(/\d{1,2}/.exec(sentenceLength)?.[0] ?? 0);
  if (about > 0) return [Math.floor(about * 0.75), Math.ceil(about * 1.25)];
  return readLengthWords(sentenceLength.replace(NOT_LONG, ""));
}

/** "Short" to "long"; a mixture of both states no length. */
function readLengthWords(line: string): Range | null {
  const says = (word: string) => new RegExp(`\\b${word}`, "i").test(line);
  if (says("long") && says("short")) return null;
  if (says("long")) return [says("medium") ? SHORT : MEDIUM, LONG];
  if (says("medium")) return [says("short") ? 1 : SHORT - 2, MEDIUM];
  return says("short") ? [1, SHORT] : null;
}

/** The highest school grade that a persona names, such as "grade 8"; null where it names none. */
export function readGrade(persona: Persona): number | null {
  const found = /\bgrade\s+(\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)[- ]grade\b/i.exec(
    toRules(persona),
  );
  const grade = Number(found?.[1] ?? found?.[2] ?? 0);
  return grade > 0 ? grade : null;
}

const PERSONS: readonly [Person, RegExp][] = [
  ["we", /[“"‘']we[”"’']|\bfirst person plural\b/i],
  ["I", /[“"‘']I[”"’']|\bfirst[- ]person\b/],
  ["you", /[“"‘']you[”"’']|\bsecond[- ]person\b|\baddress(?:es|ing)? (?:the )?readers?\b/i],
];

/** Who speaks or is spoken to, where the persona says so; null where it does not. */
export function readPerson(persona: Persona): Person | null {
  const rules = toRules(persona);
  return PERSONS.find(([, pattern]) => pattern.test(rules))?.[0] ?? null;
}

function toRules({ voice, tone, dos }: Persona): string {
  return [voice, tone, ...dos].join("\n");
}
