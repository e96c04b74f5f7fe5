import { cutText } from "./cut-text";

/** No line of words is longer, in UTF-16 units; whatever follows is not read. */
const READ_CHARACTERS = 20_000;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
const IMAGE_OR_LINK = /!?\[([^\][]{0,1000})\]\([^()]{0,2000}\)/g;
const TAG = /<\/?[a-z!][^<>]*>?/gi;
/** "Personal data: a guide" is no address, "data:text/html" is one. */
const ADDRESS = /\b(?:https?|ftp):\S*|\b(?:javascript|data|file):\S+|\bwww\.\S+/gi;
const CITATION = / ?\[{1,2}S\d{1,9}(?:\.p\d{1,9})?\]{1,2}/g;

/** A line of words as a model may give it: no markup, no addresses, no citations, nothing invisible. */
export function plainText(text: string): string {
  return toSingleSpaces(cutText(text, READ_CHARACTERS).replace(INVISIBLE, ""))
    .replace(IMAGE_OR_LINK, "$1")
    .replace(TAG, "")
    .replace(ADDRESS, "")
    .replace(CITATION, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Text on one line. */
export function toSingleSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
