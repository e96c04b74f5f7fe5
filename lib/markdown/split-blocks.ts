import type { RootContent } from "mdast";
import { readMarkdown } from "./read-markdown";
import { wordsOf } from "./words-of";

/** A block of a section: its words, and for a heading its level (1 to 6, as written). */
export type Block = {
  kind: "heading" | "paragraph" | "list" | "table" | "quote" | "code";
  level: number;
  text: string;
};

const KINDS: Partial<Record<RootContent["type"], Block["kind"]>> = {
  heading: "heading",
  paragraph: "paragraph",
  list: "list",
  table: "table",
  blockquote: "quote",
  code: "code",
};

/** The blocks of a section's Markdown. Code keeps no text: it is not prose. */
export function splitBlocks(markdown: string): Block[] {
  return readMarkdown(markdown).children.flatMap((node) => {
    const kind = KINDS[node.type];
    return kind
      ? [{ kind, level: node.type === "heading" ? node.depth : 0, text: textOf(node) }]
      : [];
  });
}

/** Items of a list stand on lines of their own. */
function textOf(node: RootContent): string {
  if (node.type !== "list") return wordsOf(node);
  return node.children.map(wordsOf).filter(Boolean).join("\n");
}
