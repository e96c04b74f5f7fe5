import type { Root, RootContent } from "mdast";
import { readMarkdown } from "./read-markdown";
import { writeMarkdown } from "./write-markdown";

/** A text whose links are their words, and whose pictures are gone; without either, to the letter. */
export function withoutLinks(markdown: string): string {
  const tree = readMarkdown(markdown);
  if (!tree.children.some(pointsSomewhere)) return markdown;
  const plain: Root = { type: "root", children: tree.children.flatMap(unlink) };
  return writeMarkdown(plain, { forOthers: false }).trimEnd();
}

function pointsSomewhere(node: RootContent): boolean {
  if (node.type === "link" || node.type === "image") return true;
  return "children" in node && node.children.some(pointsSomewhere);
}

function unlink<Node extends RootContent>(node: Node): RootContent[] {
  if (node.type === "image") return [];
  if (node.type === "link") return node.children.flatMap(unlink);
  if (!("children" in node)) return [node];
  return [Object.assign({}, node, { children: node.children.flatMap(unlink) })];
}
