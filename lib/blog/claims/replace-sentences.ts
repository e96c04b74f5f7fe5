/** Text that takes the place of a stretch of Markdown; empty text removes it. */
export type Replacement = { start: number; end: number; text: string };

const EMPTY_ITEM =
  /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]*(?:\[[ xX]\][ \t]*)?|#{1,6}[ \t]*|>[ \t]*)?$/;

/**
 * Replaces stretches that do not overlap. Where a sentence is removed, its space goes with it, and
 * so does the list item that held nothing else.
 */
export function replaceSentences(markdown: string, replacements: readonly Replacement[]): string {
  const inOrder = [...replacements].sort((one, other) => one.start - other.start);
  let out = "";
  let from = 0;
  for (const { start, end, text } of inOrder) {
    out += markdown.slice(from, start) + text;
    from = end;
    if (text !== "") continue;
    const space = /^[ \t]+/.exec(markdown.slice(from, from + 400))?.[0].length ?? 0;
    if (/(?:^|\s)$/.test(out)) from += space;
    const lineStart = out.lastIndexOf("\n") + 1;
    const ends = from >= markdown.length || markdown.charAt(from) === "\n";
    if (ends && EMPTY_ITEM.test(out.slice(lineStart))) {
      out = out.slice(0, lineStart);
      from += 1;
    } else if (ends) out = out.trimEnd();
  }
  return (out + markdown.slice(from)).replace(/\n{3,}/g, "\n\n").trim();
}
