import type { PhrasingContent, Root, RootContent } from "mdast";
import type { PostDocument } from "../../blog/schema";
import { readMarkdown } from "../../markdown/read-markdown";
import { plainLine } from "../../text/plain-line";
import type { Footnote } from "../schema";
import { cleanTree, type Known } from "./clean-tree";

/** The sections of a post as one syntax tree: headings of level 2, text, numbered footnote marks. */
export function buildTree(document: PostDocument, footnotes: readonly Footnote[]): Root {
  const numbers = new Map(footnotes.map(({ passageId, number }) => [passageId, number]));
  const links = new Set(document.links);
  const children = document.sections.flatMap(({ heading, markdown }): RootContent[] => [
    heading2(plainLine(heading)),
    ...parseSection(markdown, { numbers, links }),
  ]);
  return { type: "root", children };
}

function parseSection(markdown: string, known: Known): RootContent[] {
  const tree = readMarkdown(markdown);
  cleanTree(tree, known);
  return tree.children;
}

function heading2(text: string): RootContent {
  const children: PhrasingContent[] = text === "" ? [] : [{ type: "text", value: text }];
  return { type: "heading", depth: 2, children };
}
