/** A citation as the text of a section holds it: `[^S1.p2]`. For `matchAll` and `replace` alone. */
export const MARK = /\[\^(S\d+\.p\d+)\]/g;

/** The passages that a text cites, in order of first appearance. */
export function listMarks(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(MARK)].map(([, id = ""]) => id))];
}

/** The words before the first mark of a passage, back to the sentence's beginning. */
export function claimBefore(markdown: string, passageId: string): string {
  const before = markdown.slice(0, markdown.indexOf(`[^${passageId}]`));
  return before.split(/(?<=[.!?])\s/).at(-1) ?? before;
}
