import { getSchema, type JSONContent } from "@tiptap/core";
import { Fragment, type Node } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import { isWebAddress } from "@/lib/markdown/list-links";
import { CitationNode } from "./citation-node";
import { SourceNode } from "./source-node";

/** What a section may hold: images are left out, and links lead to web pages alone. */
export const SECTION_EXTENSIONS = [
  StarterKit.configure({
    underline: false,
    link: {
      openOnClick: false,
      autolink: false,
      isAllowedUri: (url) => isWebAddress(url),
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  SourceNode,
];
const EXTENSIONS = [...SECTION_EXTENSIONS, CitationNode];

export const sectionSchema = getSchema(EXTENSIONS);

/** Blocks in the one spelling in which equal ones are equal, whichever way they came about. */
export function canonical(blocks: JSONContent[]): Node {
  const content = blocks.length > 0 ? blocks : [{ type: "paragraph" }];
  return rebuild(sectionSchema.nodeFromJSON({ type: "doc", content }));
}

/**
 * Neighbouring texts of the same marks become one; blanks at the ends of a line or before a mark of a
 * citation are none, and neither are breaks at the ends of a paragraph or behind one another.
 */
function rebuild(node: Node): Node {
  if (node.isLeaf) return node;
  const children = Fragment.fromArray(node.children.map(rebuild)).content;
  if (!node.isTextblock || node.type.spec.code) return node.copy(Fragment.fromArray([...children]));
  return node.copy(Fragment.fromArray(trimLines(tighten(children))));
}

/** Without the blanks before a mark, behind which it would stand apart from its word. */
function tighten(children: readonly Node[]): Node[] {
  const kept: Node[] = [];
  for (const child of children.toReversed()) {
    const isCode = child.marks.some(({ type }) => type.name === "code");
    const isBefore = kept.at(-1)?.type.name === "citation" && !isCode;
    const tight = isBefore ? trimText(child, (text) => text.trimEnd()) : child;
    if (tight) kept.push(tight);
  }
  return kept.reverse();
}

function trimLines(children: readonly Node[]): Node[] {
  const lines: Node[][] = [[]];
  const breaks: Node[] = [];
  for (const child of children) {
    if (child.type.name !== "hardBreak") lines.at(-1)?.push(child);
    else if (breaks.push(child)) lines.push([]);
  }
  const kept = lines.map(trimLine).filter((line) => line.length > 0);
  return kept.flatMap((line, index) => [...(index > 0 ? breaks.slice(0, 1) : []), ...line]);
}

function trimLine(line: Node[]): Node[] {
  const first = trimText(line[0], (text) => text.trimStart());
  const start = first ? [first, ...line.slice(1)] : line.slice(1);
  if (line.length > 0 && !first) return trimLine(start);
  const last = trimText(start.at(-1), (text) => text.trimEnd());
  if (start.length > 0 && !last) return trimLine(start.slice(0, -1));
  return last ? [...start.slice(0, -1), last] : start;
}

/** Undefined where nothing is left. */
function trimText(node: Node | undefined, trim: (text: string) => string): Node | undefined {
  if (node?.text === undefined) return node;
  const text = trim(node.text);
  return text === "" ? undefined : sectionSchema.text(text, node.marks);
}
