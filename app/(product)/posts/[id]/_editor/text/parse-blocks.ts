import type { JSONContent } from "@tiptap/core";
import { markdownManager } from "./section-format";

/** Markdown as blocks, where a line that goes on is no break. */
export function parseBlocks(markdown: string): JSONContent[] {
  return (markdownManager.parse(markdown).content ?? []).map(joinLines);
}

function joinLines(block: JSONContent): JSONContent {
  if (block.type === "codeBlock" || !block.content) return block;
  const content = block.content.map((child) =>
    child.text === undefined
      ? joinLines(child)
      : { ...child, text: child.text.replace(/\n/g, " ") },
  );
  return { ...block, content };
}
