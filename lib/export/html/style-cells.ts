import type { Element, ElementContent } from "hast";

/** The alignment of cells as a style: books know no `align`, and themes of sites write over it. */
export function styleCells(node: ElementContent): ElementContent {
  return node.type === "element" ? styleElement(node) : node;
}

function styleElement(node: Element): Element {
  const { align, ...properties } = node.properties;
  const style = align ? { style: `text-align:${align}` } : {};
  const children = node.children.map(styleCells);
  return { ...node, properties: { ...properties, ...style }, children };
}
