import type { JSONContent } from "@tiptap/core";
import { writeBlock } from "@/lib/markdown/write-markdown";
import { canonical } from "./section-format";
import { toBlocks } from "./to-tree";

/** One block as Markdown: as few escapes as give the same block when it is read again. */
export function renderBlock(block: JSONContent): string {
  if (block.type === "source") return (block.content ?? []).map(({ text }) => text ?? "").join("");
  const [node] = toBlocks(canonical([block]).children.map((child): JSONContent => child.toJSON()));
  return node ? writeBlock(node) : "";
}
