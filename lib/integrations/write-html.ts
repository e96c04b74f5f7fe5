import "server-only";
import type { Element, Nodes, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";

/** The HTML of some nodes. */
export function writeHtml(children: readonly RootContent[]): string {
  return toHtml({ type: "root", children: [...children] });
}

/** True when a node or anything in it is such an element. */
export function holds(node: Nodes, isSuch: (element: Element) => boolean): boolean {
  if (node.type === "element" && isSuch(node)) return true;
  return "children" in node && node.children.some((child) => holds(child, isSuch));
}

/** The element that a node is; text and comments give nothing. */
export function elementsOf(children: readonly Nodes[]): Element[] {
  return children.flatMap((child) => (child.type === "element" ? [child] : []));
}
