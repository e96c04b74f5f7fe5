import { cutText } from "../text/cut-text";
import { plainText } from "../text/plain-text";
import { storableText } from "../text/storable-text";
import { readMarkdown } from "./read-markdown";
import { wordsOf } from "./words-of";

/** A year or a count begins a title: Markdown would take it for the number of a list. */
const LONG_NUMBER = /^(\d{3,})(?=[.)])/;

/**
 * A title or heading that a model proposed, as words alone: no emphasis, no code, no mark of a heading, a
 * list or a quotation before it, and nothing that `plainText` leaves out. At most `max` UTF-16 units.
 */
export function plainTitle(text: string, max = Number.POSITIVE_INFINITY): string {
  const line = plainText(storableText(text));
  const words = wordsOf(readMarkdown(line.replace(LONG_NUMBER, "$1\\")));
  return cutText(words || line, max).trim();
}
