import type { Element, ElementContent, Root } from "hast";
import { changeElements, isNamed, wrapIn } from "./walk-html";

const PARTS = ["thead", "tbody", "tfoot", "tr"];
const BLOCKS = /^(ul|ol|pre|table|blockquote|h[1-6])$/;

/** A cell holds one line of words: a table of more, or of one column, is only how a page is laid out. */
export function mendTables(tree: Root): void {
  changeElements(tree, (element) => {
    if (element.tagName !== "table") return [element];
    const cells = listCells(element);
    if (isLayout(element) || cells.some(({ children }) => children.some(hasBlocks)))
      return cells.map(({ children }) => wrapIn("div", children));
    for (const cell of cells) cell.children = joinLines(cell.children);
    nameColumns(element);
    return [element];
  });
}

function isLayout(table: Element): boolean {
  const isNamedSo = table.properties.role === "presentation";
  return isNamedSo || !(hasColumns(table) || hasHead(table));
}

function hasHead(table: Element): boolean {
  return listCells(table).some(({ tagName }) => tagName === "th");
}

function listCells(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (isNamed(child, "td", "th", "caption")) return [child];
    return isNamed(child, ...PARTS) ? listCells(child) : [];
  });
}

function hasColumns(parent: Element): boolean {
  return parent.children.some((child) => {
    if (!isNamed(child, ...PARTS)) return false;
    const isRow = child.tagName === "tr";
    return isRow ? listCells(child).length > 1 : hasColumns(child);
  });
}

function hasBlocks(node: ElementContent): boolean {
  if (node.type !== "element") return false;
  return BLOCKS.test(node.tagName) || node.children.some(hasBlocks);
}

/** Paragraphs and broken lines, one behind the other. */
function joinLines(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isNamed(child, "p", "div", "br")) return [child];
    return [SPACE, ...joinLines(child.children), SPACE];
  });
}

const SPACE: ElementContent = { type: "text", value: " " };

/** In Markdown the first row names the columns. */
function nameColumns(table: Element): void {
  if (hasHead(table)) return;
  const [first] = listRows(table);
  for (const cell of first ? listCells(first) : []) cell.tagName = "th";
}

function listRows(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (!isNamed(child, ...PARTS)) return [];
    return child.tagName === "tr" ? [child] : listRows(child);
  });
}
