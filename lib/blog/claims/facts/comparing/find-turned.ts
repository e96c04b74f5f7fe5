import { clash, type Finding } from "../finding";
import type { Evidence } from "../read-evidence";
import { readContext } from "../reading/read-context";
import type { Word } from "../reading/tag-words";
import { oppositesOf } from "./antonyms";
import { agrees, findBest, type Match, wordAt } from "./match-context";

/** A word or name of a sentence, and how the passages contradict it. */
export type Turned = { raw: string; finding: Finding };

/** A word whose opposite stands in a passage beside the same words, while itself it does not. */
export function findTurned(
  words: readonly Word[],
  text: string,
  evidence: readonly Evidence[],
): Turned | undefined {
  for (const [index, word] of words.entries()) {
    const sides = word.name || word.number ? undefined : oppositesOf(word.stem);
    if (!sides || !isAnyIn(sides.other, evidence)) continue;
    const own = readContext(words, index);
    const other = findBest(own, sides.other, evidence);
    if (!other || own.negated !== other.negated) continue;
    if (!agrees(own, other) && !isLiteral(words, index, other) && !isBeside(words, index, other))
      continue;
    const same = findBest(own, sides.own, evidence);
    if (same && same.shared >= other.shared - 1) continue;
    return { raw: text.slice(word.start, word.end), finding: clash("word", wordAt(other)) };
  }
  return undefined;
}

function isAnyIn(stems: readonly string[], evidence: readonly Evidence[]): boolean {
  return evidence.some(({ places }) => stems.some((stem) => places.has(stem)));
}

/** The same words, whatever they say, before and behind: "is the largest of all". */
function isLiteral(words: readonly Word[], index: number, { from, place }: Match): boolean {
  return [-2, -1, 1, 2].every(
    (step) => words[index + step]?.stem === from.words[place + step]?.stem && words[index + step],
  );
}

/** The same full word directly behind both, and one more in common: "decrease revenues". */
function isBeside(
  words: readonly Word[],
  index: number,
  { from, place, shared, near }: Match,
): boolean {
  const [next, other] = [words[index + 1], from.words[place + 1]];
  return near >= 1 && shared >= 2 && next !== undefined && !next.empty && next.stem === other?.stem;
}

/** A word that a sentence denies and a passage states beside the same words. */
export function findNegated(
  words: readonly Word[],
  text: string,
  evidence: readonly Evidence[],
): Turned | undefined {
  if (!words.some(({ negation }) => negation)) return undefined;
  for (const [index, word] of words.entries()) {
    if (word.empty || word.negation || word.number) continue;
    const own = readContext(words, index);
    if (!own.negated) continue;
    const stems = oppositesOf(word.stem)?.own ?? [word.stem];
    const match = findBest(own, stems, evidence, ({ negated }) => !negated);
    if (!match || !agrees(own, match)) continue;
    const denied = findBest(own, stems, evidence, ({ negated }) => negated);
    if (!denied || denied.shared < match.shared - 1)
      return { raw: text.slice(word.start, word.end), finding: clash("denial", wordAt(match)) };
  }
  return undefined;
}
