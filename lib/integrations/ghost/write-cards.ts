import "server-only";
import type { Element, Root } from "hast";
import { styleCells } from "../../export/html/style-cells";
import { plainTasks } from "../plain-tasks";
import { elementsOf, holds, writeHtml } from "../write-html";

/** Marks that Ghost's editor does not know, and takes out of what it is given. */
const UNKNOWN_MARKS = /^(del|s|ins|u|kbd|small)$/;
const IN_ITEM = /^(p|pre|blockquote|table|hr|img|h[1-6])$/;

/**
 * A text as HTML that Ghost makes its own cards of. What its editor cannot hold is an HTML card:
 * struck-out words, words that run another way,
 * items of more than a line, and everything with an id that something links to.
 * Source: @tryghost/kg-html-to-lexical, and what Ghost 6 gave back.
 */
export function writeCards({ children }: Root): string {
  return elementsOf(elementsOf(children).map(styleCells))
    .map(plainTasks)
    .map((node) => (isNative(node) ? writeHtml([node]) : writeHtmlCard(writeHtml([node]))))
    .join("\n");
}

/** HTML that the editor leaves alone. */
export function writeHtmlCard(html: string): string {
  return `<!--kg-card-begin: html-->${html}<!--kg-card-end: html-->`;
}

function isNative(node: Element): boolean {
  const isForeign = ({ tagName, properties }: Element) =>
    UNKNOWN_MARKS.test(tagName) || properties.dir !== undefined;
  if (holds(node, isForeign)) return false;
  return !holds(node, (element) => element.tagName === "li" && !isLine(element));
}

/** True for an item that is one line, with at most a list below it. */
function isLine(item: Element): boolean {
  const blocks = elementsOf(item.children).filter(({ tagName }) => IN_ITEM.test(tagName));
  const onlyLine = blocks.length === 1 && blocks[0]?.tagName === "p";
  return blocks.length === 0 || onlyLine;
}
