const MARK = /(\\*)\[\^(S\d+\.p\d+)\]/g;
/** A protected mark: punctuation outside, as the brackets are, so that Markdown reads its neighbours alike. */
export const PROTECTED = /⸨(S\d+\.p\d+)⸩/g;

/**
 * Dresses the marks of a section so that no rule of Markdown takes them apart: not a definition, not
 * a link's label, not an escape.
 */
export function protectMarks(markdown: string): string {
  return markdown.replace(MARK, (_, slashes: string, id: string) => {
    const literal = slashes.length % 2 === 1 ? slashes.slice(1) : slashes;
    return `${literal}⸨${id}⸩`;
  });
}

/** Text without its protected marks. */
export function stripMarks(text: string): string {
  return text.replace(PROTECTED, "");
}
