import { maskLinks } from "../../markdown/link-targets";
import { type Block, listBlocks } from "../../markdown/list-blocks";
import { readWords, type Word } from "../../text/read-words";
import { listMarks } from "../citations/citation-marks";
import { readQuotations } from "../claims/facts/reading/read-quotations";
import { maskCode, type Sentence, splitSentences } from "../claims/split-sentences";

const QUOTED_LINE = /^[ \t]*>/;

/** The words of a section that should be its author's own; null ends a run. */
export type OwnWords = { words: (Word | null)[]; count: number; sentences: Sentence[] };

/**
 * The words of a section's prose, with their places in its Markdown. Words in quotation marks or a
 * block quotation that carry a citation are nobody's to rewrite: null stands for them, and at the end
 * of each paragraph. Headings and code blocks are left out.
 */
export function readOwnWords(markdown: string): OwnWords {
  const all = splitSentences(markdown);
  const cited = all.filter(({ passageIds }) => passageIds.length > 0);
  const blocks = listBlocks(markdown).filter(({ heading }) => !heading);
  const words = blocks.flatMap((block) => readBlock(block, { markdown, cited }));
  const own = words.filter((word) => word !== null);
  const count = Math.ceil(own.reduce((sum, { weight }) => sum + weight, 0));
  return { words, count, sentences: all.filter(({ heading }) => !heading) };
}

type Section = { markdown: string; cited: Sentence[] };

function readBlock(block: Block, { markdown, cited }: Section): (Word | null)[] {
  const { start, text } = block;
  const lineStart = markdown.lastIndexOf("\n", start - 1) + 1;
  const isQuoted =
    QUOTED_LINE.test(markdown.slice(lineStart, start + 40)) && listMarks(text).length > 0;
  if (isQuoted) return [null];
  const quotations = readQuotations(maskCode(text))
    .map((quotation) => ({ start: start + quotation.start, end: start + quotation.end }))
    .filter((quotation) => cited.some((sentence) => overlap(sentence, quotation)));
  const words = readWords(maskLinks(text, " ")).map((word) => {
    const placed = { ...word, start: start + word.start, end: start + word.end };
    return quotations.some((quotation) => overlap(quotation, placed)) ? null : placed;
  });
  return [...words, null];
}

type Stretch = { start: number; end: number };

function overlap(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}
