import { segmentText } from "./segment-text";

/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SPACED_WORD = /\S+/g;
/** An adult's silent reading of a text that says something new, in any language that was measured. */
const WORDS_A_MINUTE = 200;

/** A word with what is written on to it, `text.slice(start, end)`. */
type Word = { start: number; end: number };

/** How many words a text has: what stands between spaces, and where a script has none, what a dictionary calls words. */
export function countWords(text: string): number {
  let words = 0;
  for (const _ of listWords(text)) words += 1;
  return words;
}

/** Whole minutes that so many words take to read; at least 1 where there is one. */
export function countMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

/** The beginning of a text, `count` words long. */
export function firstWords(text: string, count: number): string {
  let taken = 0;
  for (const { end } of listWords(text)) {
    taken += 1;
    if (taken === count) return text.slice(0, end);
  }
  return text;
}

/** The words of a text in order, one by one. Linear in the text. */
function* listWords(text: string): Generator<Word> {
  for (const { 0: written, index } of text.matchAll(SPACED_WORD)) {
    if (!/[\p{L}\p{N}]/u.test(written)) continue;
    const within = UNSPACED.test(written) ? segmentText(written, "word") : [];
    const words = within.filter(({ isWord }) => isWord);
    if (words.length === 0) yield { start: index, end: index + written.length };
    for (const { start, end } of words) yield { start: index + start, end: index + end };
  }
}
