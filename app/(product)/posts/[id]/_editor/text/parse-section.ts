import type { JSONContent } from "@tiptap/core";
import type { RootContent } from "mdast";
import { isSameText } from "@/lib/markdown/is-same-text";
import { tightenMarks } from "@/lib/markdown/marks/tighten-marks";
import { readMarkdown } from "@/lib/markdown/read-markdown";
import { fromBlock } from "./from-tree";
import { toBlocks } from "./to-tree";

/** The blocks of a section, each with the Markdown it came from: unchanged ones are saved as they were. */
export type ParsedSection = { blocks: JSONContent[]; sources: string[] };

/**
 * Markdown as blocks for the editor, with its marks tight on their words. What it cannot show is kept as a
 * block of source.
 */
export function parseSection(markdown: string): ParsedSection {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  const parsed = readMarkdown(markdown).children.map((node) => {
    const from = (node.position?.start.line ?? 1) - 1;
    const source = lines
      .slice(from, node.position?.end.line ?? lines.length)
      .join("\n")
      .trimEnd();
    return { source, block: parseFaithfully(node) ?? toSource(source) };
  });
  return {
    blocks: parsed.map(({ block }) => block),
    sources: parsed.map(({ source }) => source),
  };
}

/** The block of a node, if all that the node says is in it: no link, no picture, no bold code. */
function parseFaithfully(node: RootContent): JSONContent | undefined {
  const tight = tightenMarks(node);
  const block = fromBlock(tight);
  if (!block) return undefined;
  const back = toBlocks([block]);
  const isSame = isSameText({ type: "root", children: [tight] }, { type: "root", children: back });
  return isSame ? block : undefined;
}

function toSource(text: string): JSONContent {
  return { type: "source", content: text === "" ? [] : [{ type: "text", text }] };
}
