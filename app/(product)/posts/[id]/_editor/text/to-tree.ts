import type { JSONContent } from "@tiptap/core";
import type { BlockContent, Heading, ListItem, PhrasingContent } from "mdast";

const DEPTHS: readonly Heading["depth"][] = [1, 2, 3, 4, 5, 6];
/** From the outside in. */
const MARKS = ["link", "bold", "italic", "strike"] as const;
type MarkName = (typeof MARKS)[number];
/** A mark that reaches over some words; links are of one address each. */
type Mark = { name: MarkName; attrs: Record<string, unknown> };

/** Blocks of the editor as blocks of a syntax tree. */
export function toBlocks(blocks: readonly JSONContent[]): BlockContent[] {
  return blocks.flatMap((block): BlockContent[] => {
    const { type, attrs = {}, content = [] } = block;
    switch (type) {
      case "paragraph":
        return [{ type: "paragraph", children: toPhrasing(content) }];
      case "heading":
        return [
          { type: "heading", depth: DEPTHS[attrs.level - 1] ?? 3, children: toPhrasing(content) },
        ];
      case "blockquote":
        return [{ type: "blockquote", children: toBlocks(content) }];
      case "bulletList":
        return [{ type: "list", ordered: false, spread: false, children: content.map(toItem) }];
      case "orderedList": {
        const start = Number(attrs.start ?? 1);
        return [
          { type: "list", ordered: true, start, spread: false, children: content.map(toItem) },
        ];
      }
      case "codeBlock":
        return [{ type: "code", lang: attrs.language || null, value: textOf(content) }];
      case "horizontalRule":
        return [{ type: "thematicBreak" }];
      default:
        return [];
    }
  });
}

function toItem({ content = [] }: JSONContent): ListItem {
  return { type: "listItem", spread: false, children: toBlocks(content) };
}

function textOf(content: readonly JSONContent[]): string {
  return content.map(({ text }) => text ?? "").join("");
}

/** Words in their marks: the mark that reaches furthest stands outside. */
function toPhrasing(
  nodes: readonly JSONContent[],
  open: readonly MarkName[] = [],
): PhrasingContent[] {
  const phrasing: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const { mark, end } = findLongest(nodes, at, open);
    const run = nodes.slice(at, end);
    if (mark) phrasing.push(...wrap(mark, run, [...open, mark.name]));
    else phrasing.push(...run.map(toWord));
    at = end;
  }
  return phrasing;
}

type Run = { mark: Mark | undefined; end: number };

function findLongest(nodes: readonly JSONContent[], from: number, open: readonly MarkName[]): Run {
  let longest: Run = { mark: undefined, end: from + 1 };
  for (const name of MARKS) {
    const mark = open.includes(name) ? undefined : findMark(nodes[from], name);
    if (mark === undefined) continue;
    let end = from + 1;
    while (end < nodes.length && isSame(findMark(nodes[end], name), mark)) end += 1;
    if (longest.mark === undefined || end > longest.end) longest = { mark, end };
  }
  return longest;
}

function findMark(node: JSONContent | undefined, name: MarkName): Mark | undefined {
  const found = node?.marks?.find(({ type }) => type === name);
  return found && { name, attrs: found.attrs ?? {} };
}

function isSame(one: Mark | undefined, other: Mark): boolean {
  const { href, title } = other.attrs;
  return one !== undefined && one.attrs.href === href && one.attrs.title === title;
}

/** Blanks at the ends of a mark stand outside of it, where they look the same and can be read. */
function wrap(
  mark: Mark,
  run: readonly JSONContent[],
  open: readonly MarkName[],
): PhrasingContent[] {
  const [first, last] = [run[0]?.text ?? "", run.at(-1)?.text ?? ""];
  const isBlank = run.length === 1 && first.trim() === "" && first !== "";
  if (isBlank) return run.map(toWord);
  const before = first.slice(0, first.length - first.trimStart().length);
  const after = last.slice(last.trimEnd().length);
  const inside = run.map((node, index): JSONContent => {
    const from = index === 0 ? before.length : 0;
    const to = index === run.length - 1 ? after.length : 0;
    return node.text === undefined
      ? node
      : { ...node, text: node.text.slice(from, node.text.length - to) };
  });
  const children = toPhrasing(
    inside.filter(({ text }) => text !== ""),
    open,
  );
  return [...toSpace(before), toMark(mark, children), ...toSpace(after)];
}

function toSpace(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}

function toMark(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  switch (mark.name) {
    case "link":
      return toLink(mark, children);
    case "bold":
      return { type: "strong", children };
    case "italic":
      return { type: "emphasis", children };
    case "strike":
      return { type: "delete", children };
  }
}

function toLink({ attrs }: Mark, children: PhrasingContent[]): PhrasingContent {
  const title = attrs.title ? String(attrs.title) : null;
  return { type: "link", url: String(attrs.href ?? ""), title, children };
}

function toWord(node: JSONContent): PhrasingContent {
  if (node.type === "hardBreak") return { type: "break" };
  if (node.type === "citation") return { type: "text", value: `[^${node.attrs?.passageId}]` };
  const value = node.text ?? "";
  const isCode = node.marks?.some(({ type }) => type === "code");
  return isCode ? { type: "inlineCode", value } : { type: "text", value };
}
