import { countWords } from "../text/count-words";
import { countKeyword } from "./count-keyword";
import { rateTowards } from "./rate-between";
import type { Body } from "./read-post-text";

/** Percent of all words that belong to the keyword, from which it counts as stuffing, and is nothing else. */
const STUFFED = { from: 3, wholly: 6 } as const;
/** So often it is enough, in percent of all words, or in times: a few, and more in a longer text. */
const ENOUGH = { percent: 0.5, times: 3, wordsEach: 500 } as const;

/**
 * How often a text names its keyword and what share of its words that is, how often would be enough, and
 * how good that is, 0 to 1.
 */
export function rateDensity(body: Pick<Body, "text" | "words">, keyword: string) {
  const times = countKeyword(body.text, keyword);
  const length = Math.max(1, countWords(keyword));
  const percent = (100 * times * length) / Math.max(1, body.words);
  const enough = countEnough(body.words, length);
  const value = Math.min(times / enough, rateTowards(percent, STUFFED.wholly, STUFFED.from), 1);
  return { times, percent, enough, value, isStuffed: percent > STUFFED.from };
}

function countEnough(words: number, length: number): number {
  const share = Math.ceil((words * ENOUGH.percent) / 100 / length);
  return Math.max(1, Math.min(share, Math.max(ENOUGH.times, Math.ceil(words / ENOUGH.wordsEach))));
}
