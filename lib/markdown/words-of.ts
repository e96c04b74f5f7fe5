import type { Nodes } from "mdast";

const MARK = / ?\[\^S\d{1,9}\.p\d{1,9}\]/g;

/** The words of a node as a reader sees them, on one line: no marks of citations, no markup, no block of code. */
export function wordsOf(node: Nodes): string {
  return listWords(node).join("").replace(MARK, "").replace(/\s+/g, " ").trim();
}

function listWords(node: Nodes): string[] {
  if (node.type === "text" || node.type === "inlineCode") return [node.value];
  if (node.type === "break") return [" "];
  if (!("children" in node)) return [];
  const apart = BLOCKS.has(node.type) ? [" "] : [];
  return [...node.children.flatMap(listWords), ...apart];
}

const BLOCKS: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "listItem",
  "tableCell",
  "blockquote",
]);
