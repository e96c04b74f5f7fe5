import { LIMITS } from "../../limits/registry";
import { cutText } from "../../text/cut-text";

/** A word of so many sentences of one passage tells nothing of where a claim rests. */
const MOST_PLACES = 100;

/** A sentence of a passage and its full words, as `listFullWords` gives them. */
export type Quote = { text: string; words: ReadonlySet<string> };

/**
 * Reads a passage once, to be asked for many claims: for each the sentence that shares most words with
 * it, as much of it as a quote shows. Always a substring of the passage. Linear in the passage and in
 * each claim.
 */
export function openQuotes(passage: string): (claim: ClaimWords) => Quote {
  const sentences = passage.split(/(?<=[.!?])\s+|\n+/).filter((text) => text.trim());
  const counts = sentences.map(tallyWords);
  const weights = counts.map(({ total }) => 1 / Math.sqrt(total || 1));
  const places = listPlaces(counts);
  const known = new Map<number, Quote>();
  return (claim) => {
    const best = findBest(claim, places, weights);
    const quote = known.get(best) ?? toQuote(sentences[best] ?? passage);
    known.set(best, quote);
    return quote;
  };
}

/** The index of the sentence that shares most with a claim, for its length; -1 where none shares a word. */
function findBest(
  claim: ClaimWords,
  places: ReadonlyMap<string, readonly Place[]>,
  weights: readonly number[],
): number {
  const shared = new Map<number, number>();
  for (const word of claim)
    for (const { at, count } of places.get(word) ?? [])
      shared.set(at, (shared.get(at) ?? 0) + count);
  let [best, most] = [-1, 0];
  for (const [at, count] of shared) {
    const score = count * (weights[at] ?? 0);
    if (score > most || (score === most && at < best)) [best, most] = [at, score];
  }
  return best;
}

/** The words of a claim that is looked for, as `readClaimWords` gives them. */
export type ClaimWords = ReadonlySet<string>;

export function readClaimWords(claim: string): ClaimWords {
  return new Set(toWords(claim));
}

type Counted = { total: number; each: ReadonlyMap<string, number> };
type Place = { at: number; count: number };

function tallyWords(sentence: string): Counted {
  const words = toWords(sentence);
  const each = new Map<string, number>();
  for (const word of words) each.set(word, (each.get(word) ?? 0) + 1);
  return { total: words.length, each };
}

/** In which sentences each word stands, and how often; without the words that stand in very many. */
function listPlaces(sentences: readonly Counted[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const [at, { each }] of sentences.entries())
    for (const [word, count] of each) {
      const known = places.get(word);
      if (known) known.push({ at, count });
      else places.set(word, [{ at, count }]);
    }
  for (const [word, list] of places) if (list.length > MOST_PLACES) places.delete(word);
  return places;
}

function toQuote(text: string): Quote {
  const quote = cutText(text, LIMITS.quoteCharacters);
  return { text: quote, words: listFullWords(quote) };
}

/** Words of more than three letters; single characters where a script parts no words. */
export function listFullWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]{4,}/gu) ?? []);
}

function toWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}
