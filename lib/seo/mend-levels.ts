const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^( {0,3})(#{1,6})(?=[ \t])/;
/** A section's own heading is the H2 of the page. */
const SECTION_LEVEL = 2;

/** The Markdown of a section with its inner headings at levels that follow on each other: ### first. */
export function mendLevels(markdown: string): string {
  return readLevels(markdown)
    .map(({ line, wanted }) =>
      wanted === 0 ? line : line.replace(HEADING, `$1${"#".repeat(wanted)}`),
    )
    .join("\n");
}

/** How many inner headings of a section skip a level, or stand at the section's own or above. */
export function findSkips(markdown: string): number {
  return readLevels(markdown).filter(({ level, wanted }) => level !== wanted).length;
}

/** Each line with its heading level and the one it should have; both 0 where it is no heading. */
function readLevels(markdown: string): { line: string; level: number; wanted: number }[] {
  let fence: string | null = null;
  let above = SECTION_LEVEL;
  return markdown.split("\n").map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    const level = fence === null ? (HEADING.exec(line)?.[2]?.length ?? 0) : 0;
    if (level === 0) return { line, level, wanted: 0 };
    const wanted = Math.min(Math.max(level, SECTION_LEVEL + 1), above + 1);
    above = wanted;
    return { line, level, wanted };
  });
}
