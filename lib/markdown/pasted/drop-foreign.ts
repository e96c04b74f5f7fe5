import type { Element, ElementContent, Root } from "hast";
import { isWebAddress } from "../list-links";
import { changeElements, styleOf } from "./walk-html";

/** How many things a text has no form for, by what they are. */
export type LeftOut = { pictures: number; embeds: number; links: number };

const UNSEEN = /^(style|script|noscript|title|meta|link|head|template|button|select|textarea|xml)$/;
const EMBEDS = /^(iframe|video|audio|object|embed|canvas|svg|math)$/;
/** A sign that a page or a mail shows as a picture. */
const SIGN = /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u;

/** Takes out what is not text, and counts what a reader would miss. */
export function dropForeign(tree: Root): LeftOut {
  const left: LeftOut = { pictures: 0, embeds: 0, links: 0 };
  changeElements(tree, (element) => replace(element, left));
  dropComments(tree);
  return left;
}

function replace(element: Element, left: LeftOut): ElementContent[] {
  const { tagName, properties, children } = element;
  if (UNSEEN.test(tagName) || isHidden(element)) return [];
  if (EMBEDS.test(tagName)) return count(left, "embeds");
  if (/^(img|v:imagedata)$/.test(tagName)) return replacePicture(element, left);
  if (tagName === "input" && properties.type !== "checkbox") return [];
  if (tagName === "picture" || tagName.includes(":")) return children;
  if (tagName !== "a" || isWebAddress(String(properties.href ?? ""))) return [element];
  const leads = !/^(#|$|javascript:)/i.test(String(properties.href ?? ""));
  if (leads && children.length > 0) left.links += 1;
  return children;
}

function isHidden(element: Element): boolean {
  return styleOf(element, "display") === "none" || styleOf(element, "mso-hide") === "all";
}

function replacePicture({ properties }: Element, left: LeftOut): ElementContent[] {
  const alt = String(properties.alt ?? "").trim();
  if (SIGN.test(alt)) return [{ type: "text", value: alt }];
  const isDot = properties.width === 1 || properties.height === 1;
  return isDot ? [] : count(left, "pictures");
}

function count(left: LeftOut, what: keyof LeftOut): [] {
  left[what] += 1;
  return [];
}

function dropComments(parent: Root | Element): void {
  for (const child of parent.children) if (child.type === "element") dropComments(child);
  if (parent.type === "root")
    parent.children = parent.children.filter(({ type }) => type === "element" || type === "text");
  else parent.children = parent.children.filter(({ type }) => type !== "comment");
}
