import type { Nodes } from "mdast";
import { readMarkdown } from "./read-markdown";

/** The web addresses that the links of a text lead to, each once, in their order. */
export function listLinks(markdown: string): string[] {
  return markdown.includes("](") || markdown.includes("<")
    ? [...new Set(linksOf(readMarkdown(markdown)))]
    : [];
}

/** True for an address that a text may link to. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function linksOf(node: Nodes): string[] {
  if (node.type === "link") return isWebAddress(node.url) ? [node.url] : [];
  return "children" in node ? node.children.flatMap(linksOf) : [];
}
