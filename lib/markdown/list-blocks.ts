import type { Token } from "markdown-it";
import { protectMarks, restoreMarks } from "./marks/protect-marks";
import { parser } from "./parser";

/** A stretch of Markdown that is read in one go: a paragraph, a list item, a row of a table. */
export type Block = {
  start: number;
  end: number;
  heading: boolean;
  /** As long as its source, with a space for everything that is no prose of its own. */
  text: string;
};
/** A line of the source, and the part of it that is prose; of a row of a table, null. */
type Line = { start: number; source: string; prose: string | null };

/** What stands before a row of a table, and between its cells. */
const QUOTED = /^[ \t>]*/;
/** A line of marks alone belongs to what stands before it. */
const MARKS = /^(?:\[\^S\d+\.p\d+\])+$/;
const TASK = /^\[[ xX]\][ \t]+/;
const BAR = /(?<!\\)\|/g;
/** Longer blocks are cut, so that no reader of one has more than this to look back on. */
const LONGEST = 8_000;

/** The blocks of a text in order, as the one reader of Markdown sees them. Code and rules belong to none. */
export function listBlocks(markdown: string): Block[] {
  const sources = listLines(markdown);
  return readBlocks(markdown).flatMap(({ token, heading, item }) => {
    const [from = 0, to = from] = token.map ?? [];
    const prose = token.type === "inline" ? proseOf(token, item) : [];
    const lines = sources
      .slice(from, to)
      .map((line, index) => ({ ...line, prose: prose[index] ?? null }));
    const marks = lines.findIndex((line) => !MARKS.test(line.prose ?? ""));
    const alone = marks === -1 ? lines : lines.slice(0, marks);
    const rest = marks === -1 ? [] : lines.slice(marks);
    return [...alone.map((line) => [line]), rest].flatMap((part) => toBlocks(part, heading));
  });
}

type ReadBlock = { token: Token; heading: boolean; item: boolean };

/** What holds prose: the lines of a paragraph or a heading, and a row of a table as a whole. */
function readBlocks(markdown: string): ReadBlock[] {
  const tokens: Token[] = [];
  const text = protectMarks(markdown.replace(/\r\n?/g, "\n"));
  parser.block.parse(text, parser, {}, tokens);
  return tokens.flatMap((token, index) => {
    const isProse = token.map !== null && /^(inline|tr_open)$/.test(token.type);
    const heading = tokens[index - 1]?.type === "heading_open";
    const item = tokens[index - 2]?.type === "list_item_open";
    return isProse ? [{ token, heading, item }] : [];
  });
}

/** Line by line, without the signs of what they stand in. What is nested too deep holds its text as a child. */
function proseOf({ content, children }: Token, item: boolean): string[] {
  const text = restoreMarks(content || (children?.[0]?.content ?? ""));
  return (item ? text.replace(TASK, "") : text).split("\n").map((line) => line.trim());
}

function listLines(markdown: string): Pick<Line, "start" | "source">[] {
  const ends = [...markdown.matchAll(/\r\n?|\n/g)];
  const starts = [0, ...ends.map(({ 0: end, index }) => index + end.length)];
  return starts.map((start, index) => {
    const end = ends[index]?.index ?? markdown.length;
    return { start, source: markdown.slice(start, end) };
  });
}

function toBlocks(lines: Line[], heading: boolean): Block[] {
  const [first] = lines;
  if (!first) return [];
  let text = "";
  for (const line of lines) text = text.padEnd(line.start - first.start) + blankMarkers(line);
  return Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, index) => {
    const piece = text.slice(index * LONGEST, (index + 1) * LONGEST);
    const start = first.start + index * LONGEST;
    return { start, end: start + piece.length, heading, text: piece };
  });
}

/** A line of which only its prose is left: no list markers, quotation and heading signs, bars of a table. */
function blankMarkers({ source, prose }: Line): string {
  if (prose === null)
    return source.replace(QUOTED, (signs) => " ".repeat(signs.length)).replace(BAR, " ");
  const start = Math.max(0, source.lastIndexOf(prose));
  return (" ".repeat(start) + source.slice(start, start + prose.length)).padEnd(source.length);
}
