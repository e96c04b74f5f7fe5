import "server-only";
import type { Element, ElementContent } from "hast";

/** With U+FE0E a site shows the sign as text and makes no picture of it. */
const SIGNS = { checked: "☑\uFE0E", open: "☐" };

/** Task lists with signs for boxes: sites take form fields out of what their users write. */
export function plainTasks<Node extends Element>(node: Node): Node {
  return { ...node, children: node.children.map(replaceBox) };
}

function replaceBox(node: ElementContent): ElementContent {
  if (node.type !== "element") return node;
  if (node.tagName !== "input") return plainTasks(node);
  return { type: "text", value: node.properties.checked ? SIGNS.checked : SIGNS.open };
}
