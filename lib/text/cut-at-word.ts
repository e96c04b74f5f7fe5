import { cutText } from "./cut-text";

const TRAILING = /[\s,;:–—\-(["“‘]$/u;

/** At most `max` UTF-16 units, ending at a word where there is one, never inside a character. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max + 1);
  const space = head.lastIndexOf(" ");
  let cut = space > max / 2 ? head.slice(0, space) : cutText(text, max);
  while (TRAILING.test(cut)) cut = cut.slice(0, -1);
  return cut;
}
