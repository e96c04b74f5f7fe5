import { stripMarkup } from "./strip-markup";

/** A block of a section: its words, and for a heading its level (1 to 6, as written). */
export type Block = {
  kind: "heading" | "paragraph" | "list" | "table" | "quote" | "code";
  level: number;
  text: string;
};

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const LIST = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** Splits the Markdown of a section into blocks. Code keeps no text: it is not prose. */
export function splitBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let fence: string | null = null;
  let joins = false;
  for (const line of markdown.split("\n")) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark) {
      fence = mark;
      joins = false;
      blocks.push({ kind: "code", level: 0, text: "" });
      continue;
    }
    if (line.trim() === "") {
      joins = false;
      continue;
    }
    const block = readLine(line);
    const last = blocks.at(-1);
    const continues = joins && last && (block.kind === last.kind || block.kind === "paragraph");
    if (continues && last.kind !== "heading") last.text = join(last, block, line);
    else blocks.push(block);
    joins = block.kind !== "heading";
  }
  return blocks;
}

function readLine(line: string): Block {
  const heading = HEADING.exec(line);
  if (heading)
    return {
      kind: "heading",
      level: heading[1]?.length ?? 1,
      text: stripMarkup(heading[2] ?? ""),
    };
  const kind = LIST.test(line)
    ? "list"
    : /^\s*\|/.test(line)
      ? "table"
      : /^\s*>/.test(line)
        ? "quote"
        : "paragraph";
  return { kind, level: 0, text: wordsOf(line) };
}

function wordsOf(line: string): string {
  const bare = line
    .replace(LIST, "")
    .replace(/^\s*>+\s?/, "")
    .replace(/\|[-:| ]*/g, " ");
  return stripMarkup(bare);
}

/** Items of a list stand on lines of their own, lines of a paragraph run on. */
function join(last: Block, block: Block, line: string): string {
  const separator = block.kind === "list" && LIST.test(line) ? "\n" : " ";
  return `${last.text}${separator}${block.text}`.trim();
}
