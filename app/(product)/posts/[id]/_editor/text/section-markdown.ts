import type { JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { ParsedSection } from "./parse-section";
import { partLists } from "./part-lists";
import { renderBlock } from "./render-block";

/** A section as it was opened: its Markdown, its document, and the Markdown of each of its blocks. */
export type Origin = { markdown: string; doc: Node; sources: WeakMap<Node, string> };

/** Remembers what each block of a freshly opened document came from. */
export function rememberOrigin(markdown: string, doc: Node, parsed: ParsedSection): Origin {
  const sources = new WeakMap<Node, string>();
  doc.forEach((block, _, index) => {
    const source = parsed.sources[index];
    if (source) sources.set(block, source);
  });
  return { markdown, doc, sources };
}

/** The Markdown of a document. Blocks that were not touched are given back to the letter. */
export function toMarkdown(doc: Node, origin?: Origin): string {
  if (origin && doc.eq(origin.doc)) return origin.markdown;
  const written = doc.children
    .filter((block) => !isEmpty(block))
    .map((block) => origin?.sources.get(block) ?? renderBlock(toJson(block)));
  return partLists(written).join("\n\n");
}

function isEmpty(block: Node): boolean {
  return block.type.name === "paragraph" && block.content.size === 0;
}

function toJson(block: Node): JSONContent {
  return block.toJSON();
}
