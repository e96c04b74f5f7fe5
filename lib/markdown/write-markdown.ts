import type { Nodes, Root, RootContent } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item";
import { defaultHandlers, type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";
import { type BlockSigns, type Escaping, escapeText, readSigns } from "./escape-text";
import { isSameText } from "./is-same-text";
import { readMarkdown } from "./read-markdown";

/** A way to spell a block. `encode`: signs beside marks as character references, which every reader takes. */
type Spelling = { escaping: Escaping; emphasis: "*" | "_"; encode: boolean };

const SPELLINGS: readonly Spelling[] = [
  { escaping: "none", emphasis: "*", encode: false },
  { escaping: "needed", emphasis: "*", encode: false },
  { escaping: "needed", emphasis: "_", encode: false },
  { escaping: "all", emphasis: "_", encode: false },
  { escaping: "all", emphasis: "*", encode: true },
  { escaping: "all", emphasis: "_", encode: true },
];

/**
 * THE writer of Markdown: a syntax tree as text that reads as the same tree, each block with as few
 * escapes as that takes.
 *
 * @param forOthers it will be read elsewhere, where HTML and raw addresses mean something.
 */
export function writeMarkdown(tree: Root, { forOthers }: { forOthers: boolean }): string {
  const spellings = forOthers ? SPELLINGS.slice(1) : SPELLINGS;
  const choosing = openChoosing();
  for (const block of tree.children) {
    const read = block.type === "footnoteDefinition" ? block.children : [block];
    for (const one of read) chooseSpelling(one, spellings, choosing);
  }
  return toMarkdown(tree, choosing.options);
}

/** The Markdown of one block, for our own reader; in the safest spelling where none reads quite alike. */
export function writeBlock(block: RootContent): string {
  return chooseSpelling(block, SPELLINGS, openChoosing());
}

/** What is known of each node while a tree is written. */
type Choosing = {
  chosen: Map<Nodes, Spelling>;
  signs: Map<Nodes, BlockSigns>;
  options: Options;
};

function openChoosing(): Choosing {
  const chosen = new Map<Nodes, Spelling>();
  const signs = new Map<Nodes, BlockSigns>();
  return { chosen, signs, options: describeOptions(chosen, signs) };
}

/** The first spelling that reads as the block; the last one where none does. */
function chooseSpelling(
  block: RootContent,
  spellings: readonly Spelling[],
  { chosen, signs, options }: Choosing,
): string {
  noteSigns(block, signs);
  const tree: Root = { type: "root", children: [block] };
  let written = "";
  for (const spelling of spellings) {
    noteSpelling(block, spelling, chosen);
    written = toMarkdown(tree, options).replace(/\n$/, "");
    if (isSameText(readMarkdown(written), tree)) break;
  }
  return written;
}

function noteSpelling(node: Nodes, spelling: Spelling, chosen: Map<Nodes, Spelling>): void {
  chosen.set(node, spelling);
  if ("children" in node) for (const child of node.children) noteSpelling(child, spelling, chosen);
}

const MARKERS: Partial<Record<Nodes["type"], string>> = {
  emphasis: "*_",
  strong: "*_",
  delete: "~",
  inlineCode: "`",
};

/** Signs pair within a paragraph, a heading or a cell. */
function noteSigns(node: Nodes, signs: Map<Nodes, BlockSigns>): void {
  if (!("children" in node)) return;
  const isBlock = ["paragraph", "heading", "tableCell"].includes(node.type);
  if (!isBlock) {
    for (const child of node.children) noteSigns(child, signs);
    return;
  }
  const inside = flatten(node);
  const text = inside.map((one) => (one.type === "text" ? one.value : "")).join("");
  const marks = new Set(inside.flatMap(({ type }) => [...(MARKERS[type] ?? "")]));
  const found = readSigns(text, marks);
  for (const one of inside) signs.set(one, found);
}

function flatten(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(flatten) : [])];
}

const NO_SIGNS: BlockSigns = { pairs: "*_`~", linked: true };

function describeOptions(
  chosen: ReadonlyMap<Nodes, Spelling>,
  signs: ReadonlyMap<Nodes, BlockSigns>,
): Options {
  const text: Handle = (node: Nodes, _, state, { before }) => {
    if (node.type !== "text") return "";
    const { escaping = "all" } = chosen.get(node) ?? {};
    const place = {
      block: signs.get(node) ?? NO_SIGNS,
      begins: before.endsWith("\n") || before === "",
      inCell: state.stack.includes("tableCell"),
      inLink: state.stack.includes("label"),
    };
    return escapeText(node.value, escaping, place);
  };
  const plainly =
    (marker: (spelling: Spelling) => string, otherwise: Handle): Handle =>
    (node: Nodes, parent, state, info) => {
      const spelling = chosen.get(node) ?? LAST_RESORT;
      const isMark = node.type === "strong" || node.type === "emphasis";
      if (spelling.encode || !isMark) return otherwise(node, parent, state, info);
      const sign = marker(spelling);
      return sign + state.containerPhrasing(node, { ...info, before: sign, after: sign }) + sign;
    };
  return {
    ...{ bullet: "-", rule: "-", fences: true, resourceLink: true, listItemIndent: "one" },
    extensions: [
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
      gfmFootnoteToMarkdown(),
      {
        handlers: {
          text,
          strong: plainly(() => "**", defaultHandlers.strong),
          emphasis: plainly(({ emphasis }) => emphasis, defaultHandlers.emphasis),
        },
      },
    ],
  };
}

const LAST_RESORT: Spelling = { escaping: "all", emphasis: "*", encode: true };
