const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
const IMAGE_OR_LINK = /!?\[([^\]]*)\]\([^)]*\)/g;
const TAG = /<\/?[a-z!][^>]*>?/gi;
/** "Personal data: a guide" is no address, "data:text/html" is one. */
const ADDRESS = /\b(?:https?|ftp):\S*|\b(?:javascript|data|file):\S+|\bwww\.\S+/gi;
const CITATION = /\s*\[{1,2}S\d+(?:\.p\d+)?\]{1,2}/g;

/** A line of words as a model may give it: no markup, no addresses, no citations, nothing invisible. */
export function plainText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(IMAGE_OR_LINK, "$1")
    .replace(TAG, "")
    .replace(ADDRESS, "")
    .replace(CITATION, "")
    .replace(/\s+/g, " ")
    .trim();
}
