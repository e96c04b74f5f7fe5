import type { FootnoteDefinition, PhrasingContent, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Post } from "../blog/schema";
import { listFootnotes } from "./list-footnotes";
import { plainLine } from "./plain-line";
import type { ExportPart, Footnote } from "./schema";
import { buildTree } from "./tree/build-tree";

const writer = unified()
  .use(remarkStringify, { bullet: "-", rule: "-", fences: true, resourceLink: true })
  .use(remarkGfm);

/**
 * A post as GitHub-flavoured Markdown: its title as the one level-1 heading, citations as footnotes.
 * Words are words: what looks like markup in them is escaped.
 */
export function writeMarkdown({ document }: Post, part: ExportPart): string {
  const footnotes = listFootnotes(document);
  const tree = buildTree(document, footnotes);
  const title = plainLine(document.title);
  if (part === "whole" && title !== "")
    tree.children.unshift({
      type: "heading",
      depth: 1,
      children: [{ type: "text", value: title }],
    });
  const root: Root = { type: "root", children: [...tree.children, ...footnotes.map(define)] };
  return writer.stringify(root);
}

/** `[^1]: [Title](address) — “quote”` */
function define({ number, title, url, quotes }: Footnote): FootnoteDefinition {
  const name: PhrasingContent = { type: "text", value: title };
  const source: PhrasingContent = url === null ? name : { type: "link", url, children: [name] };
  const quoted = quotes.map((quote) => ` — “${quote}”`).join("");
  const words: PhrasingContent[] = quoted === "" ? [] : [{ type: "text", value: quoted }];
  const identifier = String(number);
  const children = [{ type: "paragraph" as const, children: [source, ...words] }];
  return { type: "footnoteDefinition", identifier, label: identifier, children };
}
