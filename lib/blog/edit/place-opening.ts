/** Where an opening goes: above the first paragraph, or in its place. */
export type OpeningPlace = "before" | "replace";

/** What begins as something else than a paragraph: a heading, a list, a quotation, a table, code. */
const BLOCK = /^\s*(?:#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|>|\||```|~~~| {4}|\t)/;

/** True when a section begins with a paragraph, which an opening can replace. */
export function hasFirstParagraph(markdown: string): boolean {
  return markdown.trim() !== "" && !BLOCK.test(markdown);
}

/** A section with an opening at its top. Pure. */
export function placeOpening(markdown: string, opening: string, place: OpeningPlace): string {
  const text = markdown.trim();
  const replaces = place === "replace" && hasFirstParagraph(text);
  const end = replaces ? (/\n[ \t]*\n/.exec(text)?.index ?? text.length) : 0;
  return [opening, text.slice(end).trim()].filter(Boolean).join("\n\n");
}
