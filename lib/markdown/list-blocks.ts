/** A stretch of Markdown that is read in one go: a paragraph, a list item, a row of a table. */
export type Block = {
  start: number;
  end: number;
  heading: boolean;
  /** As long as its source, with a space for everything that is no prose of its own. */
  text: string;
};
type Line = { start: number; text: string };

const FENCE = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
const RULE = /^[ \t>]*(?:[|:\-=*_][ \t|:\-=*_]*)$/;
const HEADING = /^[ \t>]*#{1,6}[ \t]/;
const ITEM = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const QUOTED = /^[ \t]*>[ \t>]*/;
/** A line of marks alone belongs to what stands before it. */
const MARKS = /^(?:[ \t>]*\[\^S\d+\.p\d+\])+[ \t]*$/;
const ROW = /^[ \t>]*\|/;
/** Longer blocks are cut, so that no reader of one has more than this to look back on. */
const LONGEST = 8_000;

/** The blocks of a text in order. Code blocks, rules and list numbers belong to none. */
export function listBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { lines: Line[]; heading: boolean } | undefined;
  let fence: string | undefined;
  const close = () => {
    if (open) blocks.push(...toBlocks(open.lines, open.heading));
    open = undefined;
  };
  for (const line of listLines(markdown)) {
    const sign = FENCE.exec(line.text)?.[1];
    if (fence !== undefined) {
      if (sign?.startsWith(fence) && /^[`~ \t>]*$/.test(line.text)) fence = undefined;
      continue;
    }
    const heading = HEADING.test(line.text);
    const alone = sign !== undefined || line.text.trim() === "" || RULE.test(line.text);
    if (alone || heading || ITEM.test(line.text) || ROW.test(line.text)) close();
    if (sign !== undefined) fence = sign;
    if (alone) continue;
    open ??= { lines: [], heading };
    open.lines.push(line);
    if (heading || ROW.test(line.text) || (open.lines.length === 1 && MARKS.test(line.text)))
      close();
  }
  close();
  return blocks;
}

function listLines(markdown: string): Line[] {
  let start = 0;
  return markdown.split("\n").map((text) => {
    const line = { start, text };
    start += text.length + 1;
    return line;
  });
}

function toBlocks(lines: Line[], heading: boolean): Block[] {
  const text = lines.map((line, index) => blankMarkers(line.text, index === 0)).join(" ");
  const start = lines[0]?.start ?? 0;
  return Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, index) => {
    const piece = text.slice(index * LONGEST, (index + 1) * LONGEST);
    const from = start + index * LONGEST;
    return { start: from, end: from + piece.length, heading, text: piece };
  });
}

/** A line without list markers, quotation signs, heading signs and the bars of a table. */
function blankMarkers(line: string, first: boolean): string {
  const bars = ROW.test(line) ? line.replace(/(?<!\\)\|/g, " ") : line;
  const marker = first ? (/^[ \t>]*#{1,6}[ \t]/.exec(bars) ?? ITEM.exec(bars)) : null;
  const length = (marker ?? QUOTED.exec(bars))?.[0].length ?? 0;
  return " ".repeat(length) + bars.slice(length);
}
