import type { FootnoteDefinition, PhrasingContent, Root } from "mdast";
import type { Post } from "../blog/schema";
import { writeMarkdown as writeTree } from "../markdown/write-markdown";
import { addQuotationMarks } from "../text/add-quotation-marks";
import { plainLine } from "../text/plain-line";
import { writeFrontMatter } from "./front-matter";
import { languageOf } from "./language-of";
import { listFootnotes } from "./list-footnotes";
import type { ExportPart, Footnote } from "./schema";
import { buildTree } from "./tree/build-tree";

/**
 * A post as GitHub-flavoured Markdown: its title as the one level-1 heading, citations as footnotes.
 * Words are words: what looks like markup in them is escaped.
 */
export function writeMarkdown(post: Post, part: ExportPart, address: string | null = null): string {
  const { document } = post;
  const footnotes = listFootnotes(document);
  const tree = buildTree(document, footnotes);
  const title = plainLine(document.title);
  const { language } = languageOf(document);
  if (part === "whole" && title !== "")
    tree.children.unshift({
      type: "heading",
      depth: 1,
      children: [{ type: "text", value: title }],
    });
  const root: Root = {
    type: "root",
    children: [...tree.children, ...footnotes.map((note) => define(note, language))],
  };
  const front = part === "front" ? writeFrontMatter(post, address) : "";
  return front + writeTree(root, { forOthers: true });
}

/** `[^1]: [Title](address) — “quote”` */
function define(
  { number, title, url, quotes }: Footnote,
  language: string | null,
): FootnoteDefinition {
  const name: PhrasingContent = { type: "text", value: title };
  const source: PhrasingContent = url === null ? name : { type: "link", url, children: [name] };
  const quoted = quotes.map((quote) => ` — ${addQuotationMarks(quote, language)}`).join("");
  const words: PhrasingContent[] = quoted === "" ? [] : [{ type: "text", value: quoted }];
  const identifier = String(number);
  const children = [{ type: "paragraph" as const, children: [source, ...words] }];
  return { type: "footnoteDefinition", identifier, label: identifier, children };
}
