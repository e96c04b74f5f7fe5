const MARK = /\[(\^S\d{1,9}\.p\d{1,9}(?:!\d{1,9})?)\]/g;
const PROTECTED = /⸨(\^S\d{1,9}\.p\d{1,9}(?:!\d{1,9})?)⸩/g;

/**
 * Dresses the marks of a text so that no rule of Markdown takes them apart: not a link's label, not an
 * escape. As long as before, and punctuation outside as the brackets are, so that its neighbours read alike.
 */
export function protectMarks(markdown: string): string {
  return markdown.replace(MARK, "⸨$1⸩");
}

/** The same text with its marks as they are written. */
export function restoreMarks(text: string): string {
  return text.replace(PROTECTED, "[$1]");
}
