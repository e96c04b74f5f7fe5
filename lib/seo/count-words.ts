import readingTime from "reading-time/lib/reading-time";

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/** Words of a text; in Chinese, Japanese and Korean every character is one. */
export function countWords(text: string): number {
  return text.trim() === "" ? 0 : readingTime(text).words;
}

/** Whole minutes that a text takes to read, at 200 words a minute; at least 1 where there is text. */
export function countMinutes(text: string): number {
  return text.trim() === "" ? 0 : Math.max(1, Math.round(readingTime(text).minutes));
}

/** The beginning of a text, `count` words long. */
export function firstWords(text: string, count: number): string {
  let taken = 0;
  for (const match of text.matchAll(WORD)) {
    taken += 1;
    if (taken === count) return text.slice(0, match.index + match[0].length);
  }
  return text;
}
