import { splitProse } from "../text/split-prose";
import { stemQuery, stemWords } from "../text/stem-words";

type Highlight = { sentence: string; score: number };

/** The sentences of a page that share most with the query, best first; scores run from 0 to 1. */
export function pickHighlights(text: string, query: string, count: number): Highlight[] {
  const wanted = stemQuery(query);
  if (wanted.length === 0) return [];
  return splitProse(text)
    .flat()
    .filter((sentence) => sentence.length >= 30 && sentence.length <= 500)
    .map((sentence) => ({ sentence, score: overlap(sentence, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, count);
}

function overlap(sentence: string, wanted: string[]): number {
  const words = new Set(stemWords(sentence));
  const shared = wanted.filter((stem) => words.has(stem)).length;
  // A long sentence shares words by chance: density breaks ties.
  return (
    Math.round(((shared / wanted.length) * 0.9 + (shared / (words.size + 5)) * 0.1) * 1e4) / 1e4
  );
}
