import { countWords } from "../text/count-words";
import { splitBlocks } from "./split-blocks";

/** How many words of a section are read: headings and blocks of code are not counted. */
export function countProse(markdown: string): number {
  const prose = splitBlocks(markdown).filter(({ kind }) => kind !== "heading");
  return prose.reduce((sum, { text }) => sum + countWords(text), 0);
}
