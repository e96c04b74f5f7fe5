import type { Nodes, Root } from "mdast";
import { type Direction, directionOf } from "../text/text-direction";
import { wordsOf } from "./words-of";

const DIRECTED: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "blockquote",
  "list",
  "listItem",
  "table",
]);

/** Says of each block that runs another way than what it stands in which way it runs, in place. */
export function markDirection(tree: Root, inherited: Direction): void {
  for (const child of tree.children) mark(child, inherited);
}

function mark(node: Nodes, inherited: Direction): void {
  const own = findDirection(node, inherited);
  if (own !== inherited) node.data = { ...node.data, hProperties: { dir: own } };
  if ("children" in node && CONTAINERS.has(node.type))
    for (const child of node.children) mark(child, own);
}

const CONTAINERS: ReadonlySet<string> = new Set(["blockquote", "list", "listItem"]);

/** Code runs from left to right everywhere; what has no letters runs as its surroundings. */
function findDirection(node: Nodes, inherited: Direction): Direction {
  if (node.type === "code") return "ltr";
  if (!DIRECTED.has(node.type)) return inherited;
  return directionOf(wordsOf(node)) ?? inherited;
}
