import type { Heading } from "mdast";
import { readMarkdown } from "./read-markdown";

const SIGNS = /^( {0,3})#{1,6}(?=[ \t])/;
/** A section's own heading is the H2 of the page. */
const SECTION_LEVEL = 2;

/** The Markdown of a section with its inner headings at levels that follow on each other: ### first. */
export function mendLevels(markdown: string): string {
  const lines = markdown.split("\n");
  for (const { from, to, level, wanted } of readLevels(markdown).reverse()) {
    const signs = "#".repeat(wanted);
    const written = lines[from] ?? "";
    if (level === wanted) continue;
    if (SIGNS.test(written)) lines[from] = written.replace(SIGNS, `$1${signs}`);
    else
      lines.splice(
        from,
        to - from,
        `${signs} ${lines
          .slice(from, to - 1)
          .join(" ")
          .trim()}`,
      );
  }
  return lines.join("\n");
}

/** How many inner headings of a section skip a level, or stand at the section's own or above. */
export function findSkips(markdown: string): number {
  return readLevels(markdown).filter(({ level, wanted }) => level !== wanted).length;
}

/** Lines are counted from 0. */
type Level = { from: number; to: number; level: number; wanted: number };

/** The headings of a section, with the level that each should have. */
function readLevels(markdown: string): Level[] {
  let above = SECTION_LEVEL;
  const headings = readMarkdown(markdown).children.filter((node): node is Heading => {
    return node.type === "heading";
  });
  return headings.map(({ depth, position }) => {
    const wanted = Math.min(Math.max(depth, SECTION_LEVEL + 1), above + 1);
    above = wanted;
    const from = (position?.start.line ?? 1) - 1;
    return { from, to: position?.end.line ?? from, level: depth, wanted };
  });
}
