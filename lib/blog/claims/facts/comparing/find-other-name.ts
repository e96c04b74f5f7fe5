import { clash } from "../finding";
import type { Evidence } from "../read-evidence";
import { readContext, type WordContext } from "../reading/read-context";
import { stemWord, type Word } from "../reading/tag-words";
import type { Turned } from "./find-turned";
import { type Match, matchContext, wordAt } from "./match-context";

/** As far behind or before the same word as the other name may stand. */
const REACH = 3;

/** A name that no passage has, where one has another name among the same words. */
export function findOtherName(
  words: readonly Word[],
  text: string,
  evidence: readonly Evidence[],
): Turned | undefined {
  const stated = new Set(words.map(({ stem }) => stem));
  for (const [index, word] of words.entries()) {
    if (!word.name || word.stem.length < 3 || /\d/.test(word.stem) || isKnown(word, evidence))
      continue;
    const own = readContext(words, index, lastOfName(words, index));
    const second = findSecond(words[index - 1], word, own, evidence);
    if (second)
      return { raw: text.slice(words[index - 1]?.start, word.end), finding: clash("word", second) };
    const match = listNames(own, evidence, stated).find(
      (one) => isCertain(own, one) && !isSpelling(stemWord(wordAt(one).toLowerCase()), word.stem),
    );
    if (match)
      return { raw: text.slice(word.start, word.end), finding: clash("word", wordAt(match)) };
  }
  return undefined;
}

/** Where a name of several words ends: "New York". */
function lastOfName(words: readonly Word[], index: number): number {
  const [word, next] = [words[index], words[index + 1]];
  const goesOn = word && next?.name && next.start === word.end + 1;
  return goesOn ? lastOfName(words, index + 1) : index;
}

/** "Fort Lauderdale" for "Fort Worth": the first of two names always has another name behind it. */
function findSecond(
  first: Word | undefined,
  second: Word,
  own: WordContext,
  evidence: readonly Evidence[],
): string | undefined {
  if (!first || first.empty || second.start !== first.end + 1) return undefined;
  const said = evidence.flatMap((from) =>
    (from.places.get(first.stem) ?? []).map((place) => {
      const { words, text } = from;
      const [one, two] = [words[place], words[place + 1]];
      const isPair =
        one && two?.name && two.start === one.end + 1 && /^\p{Lu}/u.test(text.slice(one.start));
      if (!isPair || isSpelling(two.stem, second.stem)) return undefined;
      return matchContext(own, from, place).shared >= 2
        ? text.slice(one.start, two.end)
        : undefined;
    }),
  );
  return said.find((pair) => pair !== undefined);
}

/** "Álvares" is "Alvares", and "Roanld" a slip of the pen. */
function isSpelling(one: string, other: string): boolean {
  const letters = (name: string) => [...name.normalize("NFD").replace(/\p{M}/gu, "")];
  const [left, right] = [letters(one), letters(other)];
  return (
    left.slice(0, 3).join() === right.slice(0, 3).join() ||
    left.toSorted().join() === right.toSorted().join()
  );
}

function isKnown({ stem }: Word, evidence: readonly Evidence[]): boolean {
  return evidence.some(({ places }) => places.has(stem));
}

/** Names of passages next to a word that stands next to the sentence's name. */
function listNames(
  own: WordContext,
  evidence: readonly Evidence[],
  stated: ReadonlySet<string>,
): Match[] {
  return evidence.flatMap((from) =>
    [own.before, own.behind].flatMap((stem) =>
      (from.places.get(stem) ?? []).flatMap((at) =>
        Array.from({ length: 2 * REACH + 1 }, (_, step) => at + step - REACH)
          .filter((place) => from.words[place]?.name && !stated.has(from.words[place]?.stem ?? ""))
          .map((place) => matchContext(own, from, place)),
      ),
    ),
  );
}

function isCertain({ stems }: WordContext, { shared, near, negated }: Match): boolean {
  return !negated && near >= 1 && (shared >= 4 || (shared >= 2 && shared >= stems.size / 2));
}
