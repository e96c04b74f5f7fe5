import { segmentText } from "./segment-text";

/**
 * The first letter in upper case, where that is the same letter in every script; the rest untouched.
 * A name that has its capitals elsewhere keeps them: iPhone, eBay, macOS.
 */
export function capitalize(text: string): string {
  const [first = ""] = text;
  const [word] = segmentText(text.slice(0, 100), "word");
  if (word && /\p{Lu}/u.test(text.slice(first.length, word.end))) return text;
  const upper = first.toUpperCase();
  const same = upper.length === first.length && fold(upper) === fold(first);
  return same ? upper + text.slice(first.length) : text;
}

const fold = (letter: string) => letter.normalize("NFKC").toLowerCase();
