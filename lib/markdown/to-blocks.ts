import type {
  AlignType,
  BlockContent,
  Code,
  Heading,
  List,
  ListItem,
  Table,
  TableCell,
  TableRow,
} from "mdast";
import { restoreMarks } from "./marks/protect-marks";
import type { Nested } from "./nest-tokens";
import { READ_LIMITS } from "./read-limits";
import { toPhrasing } from "./to-phrasing";

const DEPTHS: ReadonlyMap<string, Heading["depth"]> = new Map([
  ["h1", 1],
  ["h2", 2],
  ["h3", 3],
  ["h4", 4],
  ["h5", 5],
]);
const TASK = /^\[([ xX])\](?:\s+|$)/;

/** Blocks of Markdown as nodes of mdast. */
export function toBlocks(nodes: readonly Nested[]): BlockContent[] {
  return nodes.flatMap((node) => {
    const block = toBlock(node);
    if (!block) return [];
    const [from, to] = node.token.map ?? [];
    if (from === undefined || to === undefined) return [block];
    const position = { start: { line: from + 1, column: 1 }, end: { line: to, column: 1 } };
    return [{ ...block, position }];
  });
}

function toBlock(node: Nested): BlockContent | undefined {
  const { token, children } = node;
  switch (token.type) {
    case "paragraph_open":
      return { type: "paragraph", children: toPhrasing(children) };
    case "heading_open":
      return {
        type: "heading",
        depth: DEPTHS.get(token.tag) ?? 6,
        children: toPhrasing(children),
      };
    case "blockquote_open":
      return { type: "blockquote", children: toBlocks(children) };
    case "bullet_list_open":
    case "ordered_list_open":
      return toList(node);
    case "table_open":
      return toTable(node);
    case "fence":
    case "code_block":
      return toCode(node);
    case "hr":
      return { type: "thematicBreak" };
    default:
      return undefined;
  }
}

function toCode({ token }: Nested): Code {
  const info = restoreMarks(token.info).trim();
  const [lang = ""] = info.split(/\s/, 1);
  const meta = info.slice(lang.length).trim();
  const value = restoreMarks(token.content).replace(/\n$/, "");
  return { type: "code", lang: lang || null, meta: meta || null, value };
}

/** A list is spread where the paragraphs of an item stand apart. */
function toList({ token, children }: Nested): List {
  const ordered = token.type === "ordered_list_open";
  const start = Number(token.attrs?.find(([name]) => name === "start")?.[1] ?? 1);
  const paragraphs = children.flatMap((item) => item.children);
  const spread = paragraphs.some((block) => isParagraph(block) && !block.token.hidden);
  const items = children.map((item) => toItem(item, spread));
  return { type: "list", ordered, start: ordered ? start : null, spread, children: items };
}

function isParagraph({ token }: Nested): boolean {
  return token.type === "paragraph_open";
}

/** `[x]` at the beginning of an item makes it a task. */
function toItem({ children }: Nested, spread: boolean): ListItem {
  const blocks = toBlocks(children);
  const [first] = blocks;
  const [text] = first?.type === "paragraph" ? first.children : [];
  const task = text?.type === "text" ? TASK.exec(text.value) : null;
  if (!task || text?.type !== "text") return { type: "listItem", spread, children: blocks };
  text.value = text.value.slice(task[0].length);
  if (text.value === "" && first?.type === "paragraph") first.children.shift();
  return { type: "listItem", spread, checked: task[1] !== " ", children: blocks };
}

/** A table of more cells than anybody reads is its words, row by row. */
function toTable({ children }: Nested): Table | Code {
  const lines = children.flatMap((part) => part.children);
  const rows = lines.map((line): TableRow => {
    const cells = line.children.map(
      (cell): TableCell => ({ type: "tableCell", children: toPhrasing(cell.children) }),
    );
    return { type: "tableRow", children: cells };
  });
  const cells = rows.reduce((sum, row) => sum + row.children.length, 0);
  if (cells > READ_LIMITS.cells)
    return { type: "code", lang: null, meta: null, value: join(lines) };
  const align = lines[0]?.children.map(({ token }) => toAlign(token.attrs)) ?? [];
  return { type: "table", align, children: rows };
}

function join(lines: readonly Nested[]): string {
  const words = lines.map((line) =>
    line.children
      .map((cell) => restoreMarks(cell.children[0]?.token.content ?? ""))
      .filter((cell) => cell !== "")
      .join(" | "),
  );
  return words.join("\n");
}

function toAlign(attributes: Nested["token"]["attrs"]): AlignType {
  const style = String(attributes?.find(([name]) => name === "style")?.[1] ?? "");
  if (style.endsWith("left")) return "left";
  if (style.endsWith("right")) return "right";
  return style.endsWith("center") ? "center" : null;
}
