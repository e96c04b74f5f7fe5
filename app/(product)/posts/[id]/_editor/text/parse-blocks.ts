import type { JSONContent } from "@tiptap/core";
import { tightenMarks } from "@/lib/markdown/marks/tighten-marks";
import { readMarkdown } from "@/lib/markdown/read-markdown";
import { fromBlock } from "./from-tree";

/** Markdown as blocks of the editor, where a line that goes on is no break; others are left out. */
export function parseBlocks(markdown: string): JSONContent[] {
  return readMarkdown(markdown).children.flatMap((node) => fromBlock(tightenMarks(node)) ?? []);
}
