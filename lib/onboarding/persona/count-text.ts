// The package's ES module calls `require`, which no browser has; its CommonJS file is bundled well.
import readability from "text-readability-ts/dist/index.js";
import { toSingleSpaces } from "../../text/plain-text";
import { segmentText } from "../../text/segment-text";
import { splitSentences } from "../../text/split-sentences";

/** What code can count in a text; `grade` in school years. */
export type TextCounts = {
  words: number;
  meanSentence: number;
  /** Different words among the first 60, 0 to 1: a longer text would repeat itself more. */
  typeTokenRatio: number;
  /** Flesch–Kincaid grade; null for a text that is not English, for which it means nothing. */
  grade: number | null;
  person: Record<Person, number>;
};
export type Person = keyof typeof PRONOUNS;

/** Fewer words say nothing about a voice. */
export const FEWEST_WORDS = 20;
const RATIO_WORDS = 60;
const PRONOUNS = {
  I: new Set(["i", "me", "my", "mine", "myself"]),
  we: new Set(["we", "us", "our", "ours", "ourselves"]),
  you: new Set(["you", "your", "yours", "yourself", "yourselves"]),
} as const;
/** Words that make up a good part of any English text. */
const ENGLISH = new Set(
  "a an and are as at be but by for from has have in is it not of on or that the this to was we were with you your".split(
    " ",
  ),
);
const ENGLISH_SHARE = 0.15;

/**
 * Counts a text's sentences and words. Contractions are cut at the apostrophe; a line's end is no
 * end of a sentence, a paragraph's is.
 */
export function countText(raw: string): TextCounts {
  const text = joinLines(raw);
  const words = listWords(text);
  const sentences = splitSentences(text);
  const first = words.slice(0, RATIO_WORDS);
  const share = words.filter((word) => ENGLISH.has(word)).length / Math.max(1, words.length);
  return {
    words: words.length,
    meanSentence: words.length / Math.max(1, sentences.length),
    typeTokenRatio: new Set(first).size / Math.max(1, first.length),
    grade: share < ENGLISH_SHARE ? null : Math.max(0, readability.fleschKincaidGrade(text)),
    person: {
      I: count(words, PRONOUNS.I),
      we: count(words, PRONOUNS.we),
      you: count(words, PRONOUNS.you),
    },
  };
}

/** A line for each paragraph, with single spaces. */
function joinLines(raw: string): string {
  const lines = raw.split("\n").map((line) => toSingleSpaces(line) || "\u2029");
  return lines
    .join(" ")
    .replace(/ ?\u2029 ?/g, "\n")
    .trim();
}

function listWords(text: string): string[] {
  const words = segmentText(text, "word").filter(({ isWord }) => isWord);
  return words.map(({ start, end }) => {
    const [stem = ""] = text.slice(start, end).toLowerCase().split(/['’]/, 1);
    return stem;
  });
}

function count(words: string[], wanted: ReadonlySet<string>): number {
  return words.filter((word) => wanted.has(word)).length;
}
