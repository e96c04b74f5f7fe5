import { MARK } from "@/lib/blog/citations/citation-marks";
import type { Draft } from "./saving/draft";

const WORDS_A_MINUTE = 220;

/** How many words the sections hold, without headings and citation marks, and minutes to read them. */
export function countWords({ sections }: Draft): { words: number; minutes: number } {
  const counts = sections.map(
    ({ markdown }) => markdown.replace(MARK, "").match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0,
  );
  const words = counts.reduce((sum, count) => sum + count, 0);
  return { words, minutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)) };
}
