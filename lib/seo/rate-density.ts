import { countWords } from "../text/count-words";
import { countKeyword } from "./count-keyword";
import { rateBetween } from "./rate-between";
import type { Body } from "./read-post-text";

/** Percent of all words that belong to the keyword: too few and nobody finds it, too many is stuffing. */
const DENSITY = { range: [0, 6], best: [0.5, 3] } as const;

/** How often a text names its keyword, what share of its words that is, and how good that is, 0 to 1. */
export function rateDensity(body: Pick<Body, "text" | "words">, keyword: string) {
  const times = countKeyword(body.text, keyword);
  const percent = (100 * times * Math.max(1, countWords(keyword))) / Math.max(1, body.words);
  const value = rateBetween(percent, DENSITY.range, DENSITY.best);
  return { times, percent, value, isStuffed: percent > DENSITY.best[1] };
}
