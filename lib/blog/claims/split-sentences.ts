import { maskLinks, readLinkWords } from "../../markdown/link-targets";
import { type Block, listBlocks } from "../../markdown/list-blocks";
import { listSentences } from "../../text/split-sentences";
import { listMarks, MARK } from "../citations/citation-marks";

/** A sentence of a section, and where it stands: `markdown.slice(start, end)`, marks included. */
export type Sentence = {
  start: number;
  end: number;
  heading: boolean;
  /** As it reads: on one line, without marks and emphasis. Code keeps its backticks. */
  text: string;
  /** The passages that it cites, in order, each once. */
  passageIds: string[];
};

/**
 * The sentences of a section's Markdown in order, with the passages that each cites: the marks within
 * it, before its stop or behind it. Code blocks are left out. Linear in the length of the text.
 */
export function splitSentences(markdown: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of listBlocks(markdown)) {
    for (const { start, end } of splitBlock(block)) {
      const source = block.text.slice(start, end);
      const ids = listMarks(source);
      const text = readText(source);
      const last = sentences.at(-1);
      if (text !== "")
        sentences.push({
          start: block.start + start,
          end: block.start + end,
          heading: block.heading,
          text,
          passageIds: ids,
        });
      else if (last) last.passageIds = [...new Set([...last.passageIds, ...ids])];
    }
  }
  return sentences;
}

type Range = { start: number; end: number };

/** Where the sentences of a block are, without the space around them. */
function splitBlock({ text }: Block): Range[] {
  const unmarked = text.replace(MARK, (mark) => " ".repeat(mark.length));
  const masked = maskLinks(maskCode(unmarked), "X");
  return listSentences(masked).flatMap(({ start, end }) => {
    const range = trimRange(text, start, end);
    return range.start < range.end ? [range] : [];
  });
}

function trimRange(text: string, start: number, end: number): Range {
  const piece = text.slice(start, end);
  const from = start + (piece.length - piece.trimStart().length);
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) };
}

/** Code spans as so many capitals, which may begin a sentence: their own stops and quotation marks end none. */
export function maskCode(text: string, sign = "X"): string {
  const runs = [...text.matchAll(/(?<!\\)`+/g)].map(({ 0: run, index }) => ({ run, index }));
  const following = listFollowing(runs.map(({ run }) => run));
  let masked = "";
  let from = 0;
  for (const [index, opening] of runs.entries()) {
    const closing = runs[following[index] ?? -1];
    if (!closing || opening.index < from) continue;
    const end = closing.index + closing.run.length;
    masked += text.slice(from, opening.index) + sign.repeat(end - opening.index);
    from = end;
  }
  return masked + text.slice(from);
}

/** For each, the index of the next one that equals it. */
function listFollowing(runs: readonly string[]): (number | undefined)[] {
  const nearest = new Map<string, number>();
  const following = runs.map((): number | undefined => undefined);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const run = runs[index] ?? "";
    following[index] = nearest.get(run);
    nearest.set(run, index);
  }
  return following;
}

function readText(source: string): string {
  return readLinkWords(source.replace(MARK, ""))
    .replace(/\*+|__+|~~/g, "")
    .replace(/\\(?=[^\w\s`])/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?](?:\s|$))/g, "")
    .trim();
}
