import "server-only";
import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { breakAddresses } from "../break-addresses";
import { plainTasks } from "../plain-tasks";
import { elementsOf, holds, writeHtml } from "../write-html";
import { disarm, disarmCode } from "./disarm";

/** What stands inside a line of text; an item of a list that holds anything else is no native one. */
const PHRASING =
  /^(a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)$/;
const LISTS = /^[uo]l$/;

/**
 * A text as native blocks, so that it is edited in WordPress like any other: plain HTML becomes one
 * block, whose code and tables make a phone's page wider. What no block can hold is an HTML block.
 * Source: the `save` of each block in @wordpress/block-library.
 */
export function writeBlocks(tree: Root): string {
  return elementsOf(breakAddresses(tree).children).map(plainTasks).map(writeBlock).join("\n\n");
}

/** HTML that the editor leaves alone. */
export function writeHtmlBlock(html: string): string {
  return wrap("html", html);
}

function writeBlock(node: Element): string {
  const { tagName } = node;
  const picture = tagName === "p" ? findPicture(node) : undefined;
  if (picture) return writeImage(picture);
  if (tagName === "p") return writeParagraph(node);
  if (tagName === "blockquote") return writeQuote(node);
  if (tagName !== "pre" && isDirected(node)) return writeDirected(node);
  if (/^h[1-6]$/.test(tagName)) return writeHeading(node);
  if (LISTS.test(tagName) && isNative(node)) return writeList(node);
  if (tagName === "pre") return writeCode(node);
  if (tagName === "table") return writeTable(node);
  if (tagName === "hr")
    return wrap("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>');
  if (tagName === "img") return writeImage(node);
  return writeHtmlBlock(writeHtml([disarm(node)]));
}

function wrap(name: string, html: string, attributes: Record<string, unknown> = {}): string {
  const json = Object.keys(attributes).length > 0 ? ` ${JSON.stringify(attributes)}` : "";
  return `<!-- wp:${name}${json} -->\n${html}\n<!-- /wp:${name} -->`;
}

function writeParagraph(node: Element): string {
  const { dir } = node.properties;
  return wrap("paragraph", writeHtml([disarm(node)]), dir === "rtl" ? { direction: dir } : {});
}

function writeHeading(node: Element): string {
  const level = Number(node.tagName.slice(1));
  return wrap("heading", writeHtml([disarm(node)]), level === 2 ? {} : { level });
}

/** True for a list whose items are a line each, with such lists below them. */
function isNative(list: Element): boolean {
  return elementsOf(list.children).every((item) => {
    const inner = elementsOf(item.children);
    const lists = inner.filter(({ tagName }) => LISTS.test(tagName));
    const rest = inner.filter(({ tagName }) => !LISTS.test(tagName));
    const line = rest.length === 1 && rest[0]?.tagName === "p" ? rest[0].children : rest;
    return (
      item.tagName === "li" &&
      lists.length <= 1 &&
      lists.every(isNative) &&
      line.every((one) => one.type !== "element" || PHRASING.test(one.tagName))
    );
  });
}

function writeList(list: Element): string {
  const ordered = list.tagName === "ol";
  const start = Number(list.properties.start ?? 1);
  const from = ordered && start !== 1 ? { start } : {};
  const items = elementsOf(list.children).map(writeItem).join("\n\n");
  const tag = `${list.tagName}${"start" in from ? ` start="${start}"` : ""}`;
  const html = `<${tag}>${items}</${list.tagName}>`;
  return wrap("list", html, { ...(ordered ? { ordered } : {}), ...from });
}

function writeItem(item: Element): string {
  const inner = elementsOf(item.children).find(({ tagName }) => LISTS.test(tagName));
  const own = item.children.filter((child) => child !== inner);
  const line = own.flatMap((child) =>
    child.type === "element" && child.tagName === "p" ? child.children : [child],
  );
  const html = writeHtml(disarm({ ...item, children: line }).children).trim();
  return wrap("list-item", `<li>${html}${inner ? writeList(inner) : ""}</li>`);
}

/** Of all native blocks a paragraph alone has a direction; another one with it could not be edited. */
function isDirected(node: Element): boolean {
  return holds(node, ({ properties }) => properties.dir !== undefined);
}

function writeDirected(node: Element): string {
  const html = writeHtml([disarm(node)]);
  const isTable = node.tagName === "table";
  return writeHtmlBlock(isTable ? `<figure class="wp-block-table">${html}</figure>` : html);
}

/** What it holds runs as the quotation does. */
function writeQuote({ properties: { dir }, children }: Element): string {
  const inner = elementsOf(children)
    .map((child) => ({ ...child, properties: { ...(dir ? { dir } : {}), ...child.properties } }))
    .map(writeBlock)
    .join("\n\n");
  return wrap("quote", `<blockquote class="wp-block-quote">${inner}</blockquote>`);
}

/** The language stays as a class of the block, where plug-ins that colour code look for it. */
function writeCode(node: Element): string {
  const [code] = elementsOf(node.children);
  const names = code?.properties.className;
  const [className] = Array.isArray(names) ? names : [];
  const classes = ["wp-block-code", className].filter(Boolean).join(" ");
  const html = `<pre class="${classes}"><code>${disarmCode(textOf(node).replace(/\n$/, ""))}</code></pre>`;
  return wrap("code", html, className ? { className } : {});
}

/** Alignment as WordPress's own table block spells it, without the line breaks between its rows. */
function writeTable(node: Element): string {
  const table = writeHtml([disarm(alignCells(node))]);
  return wrap("table", `<figure class="wp-block-table">${table}</figure>`);
}

function alignCells(node: Element): Element {
  const { align, ...properties } = node.properties;
  const aligned = typeof align === "string" && /^t[dh]$/.test(node.tagName);
  const set = aligned ? { className: [`has-text-align-${align}`], dataAlign: align } : {};
  const children = node.children
    .filter((child) => child.type !== "text" || child.value.trim() !== "" || isCell(node))
    .map((child) => (child.type === "element" ? alignCells(child) : child));
  return { ...node, properties: { ...properties, ...set }, children };
}

function isCell(node: Element): boolean {
  return !/^(table|thead|tbody|tr)$/.test(node.tagName);
}

/** The picture that is all of a paragraph. */
function findPicture({ children }: Element): Element | undefined {
  const seen = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = elementsOf(seen);
  return seen.length === 1 && only?.tagName === "img" ? only : undefined;
}

function writeImage(node: Element): string {
  return wrap("image", `<figure class="wp-block-image">${writeHtml([disarm(node)])}</figure>`);
}
