import { MARK } from "../../blog/citations/citation-marks";
import { printable } from "../../text/plain-line";
import { listMarks, type Numbers, splitMarks } from "./split-marks";
import type { TreeNode } from "./tree-node";

const FLOW = new Set(["root", "blockquote", "listItem"]);
const TRIMMED = new Set(["paragraph", "heading", "tableCell"]);
const NEVER_EMPTY = new Set(["paragraph", "heading", "emphasis", "strong", "delete", "list"]);
/** The top two levels belong to the title and to the headings of sections. */
const TOP_DEPTH = 3;

/** What a text may point at: its footnotes by passage, and the links of its author. */
export type Known = { numbers: Numbers; links: ReadonlySet<string> };

/**
 * Makes a parsed section what its page shows, in place: marks are footnotes, links that are not the
 * author's are their words, images are gone, headings stay below the section's own. A mark where none can be shown, in
 * code or in an address, stands right behind it, so that the order of the marks is kept.
 */
export function cleanTree(tree: TreeNode, known: Known): void {
  const flow = FLOW.has(tree.type);
  const children = (tree.children ?? []).flatMap((child) => cleanNode(child, { ...known, flow }));
  tree.children = joinTexts(children, TRIMMED.has(tree.type)).filter(
    (node) => !(NEVER_EMPTY.has(node.type) && node.children?.length === 0),
  );
}

type Place = Known & { flow: boolean };

function cleanNode(node: TreeNode, place: Place): TreeNode[] {
  const { numbers } = place;
  switch (node.type) {
    case "text":
      return splitMarks(printable(node.value ?? "").replace(/\n/g, " "), numbers);
    case "code":
    case "inlineCode":
      return cleanCode(node, place);
    case "image":
      return inPlace(marksOf(node, numbers), place.flow);
    case "link":
      return cleanLink(node, place);
    default:
      cleanTree(node, place);
      if (node.type === "heading") node.depth = Math.max(TOP_DEPTH, node.depth ?? TOP_DEPTH);
      return [node];
  }
}

/** No link stands in another one: marks within it stand behind it. */
function cleanLink(node: TreeNode, { numbers, links }: Place): TreeNode[] {
  cleanTree(node, { numbers, links });
  const behind = marksOf(node, numbers);
  const [words, marks] = partMarks(node.children ?? []);
  if (!links.has(node.url ?? "") || words.length === 0)
    return [...(node.children ?? []), ...behind];
  return [{ ...node, title: null, children: words }, ...marks, ...behind];
}

function partMarks(nodes: readonly TreeNode[]): [words: TreeNode[], marks: TreeNode[]] {
  const isMark = ({ type }: TreeNode) => type === "footnoteReference";
  const parted = nodes.map((node): [TreeNode[], TreeNode[]] => {
    if (isMark(node)) return [[], [node]];
    const [children, marks] = partMarks(node.children ?? []);
    const whole = node.children ? { ...node, children } : node;
    return [NEVER_EMPTY.has(node.type) && children.length === 0 ? [] : [whole], marks];
  });
  return [parted.flatMap(([words]) => words), parted.flatMap(([, marks]) => marks)];
}

function cleanCode(node: TreeNode, { numbers, flow }: Place): TreeNode[] {
  const marks = marksOf(node, numbers);
  const value = printable(node.value ?? "").replace(MARK, "");
  const code = { ...node, value, lang: /^[\w+#.-]{1,40}$/.exec(node.lang ?? "")?.[0], meta: null };
  return [...(value === "" ? [] : [code]), ...inPlace(marks, flow)];
}

/** The footnotes in what a node holds beside its children, as they were written. */
function marksOf(node: TreeNode, numbers: Numbers): TreeNode[] {
  const { value, lang, meta, alt, url, title, label } = node;
  return listMarks([lang, meta, value, alt, label, url, title].join(" "), numbers);
}

function inPlace(marks: TreeNode[], flow: boolean): TreeNode[] {
  return flow && marks.length > 0 ? [{ type: "paragraph", children: marks }] : marks;
}

/** Neighbouring texts are one; a block begins and ends with a word. */
function joinTexts(nodes: TreeNode[], trimmed: boolean): TreeNode[] {
  const joined: TreeNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text")
      joined[joined.length - 1] = { ...last, value: `${last.value ?? ""}${node.value ?? ""}` };
    else joined.push(node);
  }
  const ends = (index: number) => trimmed && (index === 0 || index === joined.length - 1);
  return joined
    .map((node, index) => (node.type === "text" && ends(index) ? trimEnds(node, index) : node))
    .filter((node) => node.type !== "text" || node.value !== "");

  function trimEnds(node: TreeNode, index: number): TreeNode {
    const value = index === 0 ? (node.value ?? "").trimStart() : (node.value ?? "");
    return { ...node, value: index === joined.length - 1 ? value.trimEnd() : value };
  }
}
