import { cutText } from "../../text/cut-text";

const LONGEST = 280;

/**
 * The sentence of a passage that a claim most likely rests on: the one that shares most words with
 * it. Always a substring of the passage.
 */
export function findQuote(passage: string, claim: string): string {
  const words = new Set(toWords(claim));
  const sentences = passage.split(/(?<=[.!?])\s+|\n+/).filter((text) => text.trim());
  const scored = sentences.map((text) => ({ text, score: countShared(text, words) }));
  const best = scored.reduce((top, next) => (next.score > top.score ? next : top), {
    text: passage,
    score: 0,
  });
  return cutText(best.text, LONGEST);
}

function countShared(sentence: string, words: ReadonlySet<string>): number {
  const own = toWords(sentence);
  return own.filter((word) => words.has(word)).length / Math.sqrt(own.length || 1);
}

function toWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}
