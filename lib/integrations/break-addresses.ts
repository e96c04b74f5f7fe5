import "server-only";
import type { Element, ElementContent, Root } from "hast";

/** So many characters without a blank can be wider than a phone. */
const LONG = /\S{30,}/g;
/** Where an address may go on in the next line. */
const BREAKS = /(?<=[/?&=#_.-])(?=[^/?&=#_.\s-])/;

/**
 * Lets long addresses, and names like them, go on in the next line: many themes break no word, and the
 * page gets wider than a phone. What they say is the same.
 */
export function breakAddresses({ children }: Root): Root {
  return {
    type: "root",
    children: children.map((one) => (one.type === "element" ? open(one) : one)),
  };
}

function open(element: Element): Element {
  if (element.tagName === "pre") return element;
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === "text") return breakText(child.value);
    return child.type === "element" ? [open(child)] : [child];
  });
  return { ...element, children };
}

function breakText(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const [word] of text.matchAll(LONG)) {
    const from = text.indexOf(word, end);
    const [first = "", ...others] = word.split(BREAKS);
    parts.push({ type: "text", value: text.slice(end, from) + first });
    for (const value of others) parts.push(mayBreak(), { type: "text", value });
    end = from + word.length;
  }
  return [...parts, { type: "text", value: text.slice(end) }];
}

function mayBreak(): Element {
  return { type: "element", tagName: "wbr", properties: {}, children: [] };
}
