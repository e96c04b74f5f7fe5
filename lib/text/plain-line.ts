import { toSingleSpaces } from "./plain-text";

/** What no XML document may hold, and no reader sees. */
const UNPRINTABLE = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text without control characters and halves of surrogate pairs, each letter in one piece (NFC). */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, "").normalize("NFC");
}

/** Text on one line: a title, a heading, a quote. */
export function plainLine(text: string): string {
  return toSingleSpaces(printable(text));
}
