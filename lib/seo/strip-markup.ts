const MARK = /\s*\[\^S\d+\.p\d+\]/g;
const LINK = /!?\[([^\][\n]{0,300})\]\([^()\n]{0,2000}\)/g;
const TAG = /<\/?[a-z!][^<>\n]{0,500}>/gi;
const UNDERSCORES = /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/** The words of a stretch of Markdown as a reader sees them: no marks, no markup, single spaces. */
export function stripMarkup(markdown: string): string {
  return markdown
    .replace(MARK, "")
    .replace(LINK, "$1")
    .replace(TAG, "")
    .replace(/[*`]+/g, "")
    .replace(UNDERSCORES, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
