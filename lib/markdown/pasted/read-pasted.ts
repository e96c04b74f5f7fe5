import { fromHtmlIsomorphic } from "hast-util-from-html-isomorphic";
import { toMdast } from "hast-util-to-mdast";
import type { Root } from "mdast";
import { readMarkdown } from "../read-markdown";
import { dropForeign, type LeftOut } from "./drop-foreign";
import { listWordItems } from "./list-word-items";
import { markByStyle } from "./mark-by-style";
import { mendLists } from "./mend-lists";
import { mendTables } from "./mend-tables";
import { writeForSection } from "./write-for-section";

/** What was pasted: as the Markdown of a section, and how much of it a section has no form for. */
export type Pasted = { markdown: string; leftOut: LeftOut };

/** Reads HTML of a clipboard, as Word, Google Docs and browsers write it. */
export function readPastedHtml(html: string): Pasted {
  const tree = fromHtmlIsomorphic(html);
  mendLists(tree);
  listWordItems(tree);
  const leftOut = dropForeign(tree);
  markByStyle(tree);
  mendTables(tree);
  const text = toMdast(tree);
  const root: Root = text.type === "root" ? text : { type: "root", children: [] };
  return { markdown: writeForSection(root), leftOut };
}

/** Markdown of anywhere as the Markdown of a section. */
export function readPastedText(text: string): string {
  return writeForSection(readMarkdown(text));
}
