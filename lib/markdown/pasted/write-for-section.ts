import type { Heading, Nodes, Root } from "mdast";
import { mendLevels } from "../mend-levels";
import { wordsOf } from "../words-of";
import { writeMarkdown } from "../write-markdown";

/** A section's own heading is of the second level. */
const FIRST_LEVEL = 3;
const DEPTHS: readonly Heading["depth"][] = [1, 2, 3, 4, 5, 6];

/** A text of elsewhere as the Markdown of a section: its highest heading the first below the section's own. */
export function writeForSection(root: Root): string {
  dropEmpty(root);
  lowerHeadings(root);
  tighten(root);
  return mendLevels(writeMarkdown(root, { forOthers: false })).trim();
}

/** Word and Google part paragraphs with empty ones. */
function dropEmpty(root: Root): void {
  root.children = root.children.filter((node) => {
    const isLine = node.type === "paragraph" || node.type === "heading";
    return !isLine || wordsOf(node) !== "";
  });
}

function lowerHeadings(root: Root): void {
  const headings = listHeadings(root);
  const highest = Math.min(...headings.map(({ depth }) => depth));
  for (const heading of headings)
    heading.depth = DEPTHS[heading.depth - highest + FIRST_LEVEL - 1] ?? 6;
}

function listHeadings(node: Nodes): Heading[] {
  if (node.type === "heading") return [node];
  return "children" in node ? node.children.flatMap(listHeadings) : [];
}

/** Items follow on each other without an empty line, as the editor writes them. */
function tighten(node: Nodes): void {
  if (node.type === "list" || node.type === "listItem") node.spread = false;
  if ("children" in node) for (const child of node.children) tighten(child);
}
