import type { Word } from "../../text/read-words";

/** Words `from` up to but not `to` stand in text number `text` as well, there from its word `at` on. */
export type Run = { from: number; to: number; text: number; at: number };

/** The fewest words that are no coincidence. */
const FEWEST_WORDS = 8;
/** Of places that begin alike so many are compared: enough to find the longest, and bounded. */
const MOST_PLACES = 16;

type Place = { text: number; at: number };

/**
 * The runs of at least eight words that a text shares with others, each as long as it goes, none
 * overlapping. Of equally long ones the first text has it. Linear in all texts together.
 *
 * @param words null where a run must end: quoted words, the end of a paragraph.
 * @param texts the words of the others, as `readWords` gives their keys.
 */
export function findRuns(
  words: readonly (Word | null)[],
  texts: readonly (readonly string[])[],
): Run[] {
  const places = listPlaces(words, texts);
  const runs: Run[] = [];
  for (let from = 0; from < words.length; ) {
    const run = findLongest({ words, texts, from }, places.get(seedOf(words, from)) ?? []);
    if (run) runs.push(run);
    from = run ? run.to : from + 1;
  }
  return runs;
}

/** Where the others say each eight words of the text. */
function listPlaces(
  words: readonly (Word | null)[],
  texts: readonly (readonly string[])[],
): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (let from = 0; from < words.length; from += 1) {
    const seed = seedOf(words, from);
    if (seed !== "") places.set(seed, []);
  }
  if (places.size === 0) return places;
  for (const [text, keys] of texts.entries())
    for (let at = 0; at + FEWEST_WORDS <= keys.length; at += 1) {
      const found = places.get(keys.slice(at, at + FEWEST_WORDS).join(" "));
      if (found && found.length < MOST_PLACES) found.push({ text, at });
    }
  return places;
}

/** Eight words as one; empty where a run would have to end before. */
function seedOf(words: readonly (Word | null)[], from: number): string {
  const seed = words.slice(from, from + FEWEST_WORDS);
  if (seed.length < FEWEST_WORDS || seed.includes(null)) return "";
  return seed.map((word) => word?.key).join(" ");
}

type Search = {
  words: readonly (Word | null)[];
  texts: readonly (readonly string[])[];
  from: number;
};

function findLongest({ words, texts, from }: Search, places: readonly Place[]): Run | undefined {
  let longest: Run | undefined;
  for (const { text, at } of places) {
    const keys = texts[text] ?? [];
    let length = FEWEST_WORDS;
    while (at + length < keys.length && words[from + length]?.key === keys[at + length])
      length += 1;
    const to = from + length;
    if (to > (longest?.to ?? 0) && isEnough(words, from, to)) longest = { from, to, text, at };
  }
  return longest;
}

/** Signs of scripts that part no words count half. */
function isEnough(words: readonly (Word | null)[], from: number, to: number): boolean {
  const weight = words.slice(from, to).reduce((sum, word) => sum + (word?.weight ?? 0), 0);
  return weight >= FEWEST_WORDS;
}
