import type { Link, Nodes } from "mdast";
import { listLinks } from "../../markdown/list-links";
import { readMarkdown } from "../../markdown/read-markdown";
import { wordsOf } from "../../markdown/words-of";

/**
 * A section written anew with the links of its author on the words that are still there: a model
 * writes none. A link whose words are gone is gone; the comparison shows that before it is accepted.
 *
 * @param own the addresses that the author has linked to.
 */
export function keepLinks(before: string, after: string, own: readonly string[]): string {
  const links = listOwn(readMarkdown(before), new Set(own));
  return links.reduce(placeLink, after);
}

function listOwn(node: Nodes, own: ReadonlySet<string>): Link[] {
  if (node.type === "link") return own.has(node.url) ? [node] : [];
  return "children" in node ? node.children.flatMap((child) => listOwn(child, own)) : [];
}

/** What would read as anything but one more link is left as it is. */
function placeLink(markdown: string, link: Link): string {
  const words = wordsOf(link);
  const at = words === "" ? -1 : markdown.indexOf(words);
  if (at === -1) return markdown;
  const end = at + words.length;
  const linked = `${markdown.slice(0, at)}[${words}](${link.url})${markdown.slice(end)}`;
  const plain = wordsOf(readMarkdown(markdown));
  const found = new Set(listLinks(linked));
  const isLink = found.has(link.url) && wordsOf(readMarkdown(linked)) === plain;
  return isLink ? linked : markdown;
}
