import { toSingleSpaces } from "../text/plain-text";

const MARK = / ?\[\^S\d{1,9}\.p\d{1,9}\]/g;
const LINK = /!?\[([^\][]{0,300})\]\([^()]{0,2000}\)/g;
const TAG = /<\/?[a-z!][^<>]{0,500}>/gi;
const UNDERSCORES = /(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;

/** The words of one line of Markdown as a reader sees them: no marks, no markup, single spaces. */
export function stripMarkup(markdown: string): string {
  return toSingleSpaces(markdown)
    .replace(MARK, "")
    .replace(LINK, "$1")
    .replace(TAG, "")
    .replace(/[*`]+/g, "")
    .replace(UNDERSCORES, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
}
