import type { Emphasis, Nodes, Root, RootContent, Strong } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item";
import { defaultHandlers, type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";
import { type BlockSigns, type Escaping, escapeText, readSigns } from "./escape-text";
import { isSameText } from "./is-same-text";
import { parser, plainParser } from "./parser";
import { readMarkdown } from "./read-markdown";
import { writeLink } from "./write-link";

/** A way to spell a block. `encode`: signs beside marks as character references, which every reader takes. */
type Spelling = { escaping: Escaping; emphasis: "*" | "_"; encode: boolean };

/** What the items of lists begin with. */
export type ListSigns = Pick<Options, "bullet" | "bulletOrdered">;

const SPELLINGS: readonly Spelling[] = [
  { escaping: "none", emphasis: "*", encode: false },
  { escaping: "needed", emphasis: "*", encode: false },
  { escaping: "needed", emphasis: "_", encode: false },
  { escaping: "needed", emphasis: "*", encode: true },
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
  const choosing = openChoosing(forOthers ? [parser, plainParser] : [parser]);
  for (const block of tree.children) {
    const read = block.type === "footnoteDefinition" ? block.children : [block];
    for (const one of read) chooseSpelling(one, spellings, choosing);
  }
  return toMarkdown(tree, choosing.options);
}

/**
 * The Markdown of one block, for our own reader; in the safest spelling where none reads quite alike.
 *
 * @param signs of its items, where it is a list.
 */
export function writeBlock(block: RootContent, signs: ListSigns = {}): string {
  const choosing = openChoosing();
  Object.assign(choosing.options, signs);
  return chooseSpelling(block, SPELLINGS, choosing);
}

/** What is known of each node while a tree is written. */
type Choosing = {
  chosen: Map<Nodes, Spelling>;
  signs: Map<Nodes, BlockSigns>;
  options: Options;
  /** By which a block has to be read as it is meant. */
  readers: readonly (typeof parser)[];
};

function openChoosing(readers: Choosing["readers"] = [parser]): Choosing {
  const chosen = new Map<Nodes, Spelling>();
  const signs = new Map<Nodes, BlockSigns>();
  return { chosen, signs, readers, options: describeOptions(chosen, signs) };
}

/** The first spelling that all read as the block, or else the first that our own reader does, or the last one. */
function chooseSpelling(
  block: RootContent,
  spellings: readonly Spelling[],
  { chosen, signs, options, readers }: Choosing,
): string {
  noteSigns(block, signs);
  const tree: Root = { type: "root", children: [block] };
  const spell = (spelling: Spelling) => {
    noteSpelling(block, spelling, chosen);
    return toMarkdown(tree, options).replace(/\n$/, "");
  };
  let own: Spelling | undefined;
  let written = "";
  for (const spelling of spellings) {
    written = spell(spelling);
    const read = readers.filter((reader) => isSameText(readMarkdown(written, reader), tree));
    if (read.length === readers.length) return written;
    if (read.includes(parser)) own ??= spelling;
  }
  return own ? spell(own) : written;
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
  const plainly = (marker: (spelling: Spelling) => string, otherwise: Handle): Handle => {
    const handle: Handle = (node: Strong | Emphasis, parent, state, info) => {
      const spelling = chosen.get(node) ?? LAST_RESORT;
      if (spelling.encode) return otherwise(node, parent, state, info);
      const sign = marker(spelling);
      return sign + state.containerPhrasing(node, { ...info, before: sign, after: sign }) + sign;
    };
    /** Asked for its first sign alone it must not change what is around it. */
    return Object.assign(handle, { peek: () => "*" });
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
          link: writeLink,
          strong: plainly(() => "**", defaultHandlers.strong),
          emphasis: plainly(({ emphasis }) => emphasis, defaultHandlers.emphasis),
        },
      },
    ],
  };
}

const LAST_RESORT: Spelling = { escaping: "all", emphasis: "*", encode: true };
