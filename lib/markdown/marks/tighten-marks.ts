import type { RootContent } from "mdast";

/** The blanks before a mark of a citation; code keeps its own. */
const BLANKS_BEFORE_MARK = /\s{1,9}(?=\[\^S\d{1,9}\.p\d{1,9}\])/g;

/** A tree whose marks of citations stand tight on the word before them, as every page sets them. */
export function tightenMarks<Node extends RootContent>(node: Node): Node {
  if (node.type === "text") return { ...node, value: node.value.replace(BLANKS_BEFORE_MARK, "") };
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child: RootContent) => tightenMarks(child)) };
}
