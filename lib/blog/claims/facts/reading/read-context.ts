import type { Word } from "./tag-words";

/** What stands around a word: the stems of full words, the nearest ones, and whether it is denied. */
export type WordContext = {
  stems: ReadonlySet<string>;
  before: string;
  behind: string;
  negated: boolean;
};

/** So many words on either side belong to what is said of a word. */
const REACH = 6;
/** A negation reaches over so many words. */
const DENIED = 4;

/** @param last the last word of a name that begins at the index. */
export function readContext(words: readonly Word[], index: number, last = index): WordContext {
  const stems = new Set<string>();
  let [before, behind, negated] = ["", "", false];
  for (let at = Math.max(0, index - REACH); at < index; at += 1) {
    const word = words[at];
    if (!word) continue;
    if (word.negation) negated ||= at >= index - DENIED;
    else if (!word.empty) stems.add(word.stem);
    if (!word.negation && !word.empty) before = word.stem;
  }
  for (let at = last + 1; at <= last + REACH; at += 1) {
    const word = words[at];
    if (!word || word.negation || word.empty) continue;
    stems.add(word.stem);
    behind ||= word.stem;
  }
  return { stems, before, behind, negated };
}

/** The contexts of a text's words, each read once. */
export function openContexts(words: readonly Word[]): (place: number) => WordContext {
  const known = new Map<number, WordContext>();
  return (place) => {
    const context = known.get(place) ?? readContext(words, place);
    known.set(place, context);
    return context;
  };
}
