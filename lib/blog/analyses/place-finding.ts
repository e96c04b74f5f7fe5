import { findVerbatim } from "../claims/find-verbatim";
import type { ReadSection } from "./read-sections";
import type { Finding } from "./schema";

/** A finding as a model gives it: the id of a section, and words that should stand in it. */
export type RepliedFinding = { section: string; words: string; problem: string; advice: string };

/** Where a finding belongs: the section that holds what it quotes, or else the one that it names. Pure. */
export function placeFinding(
  { section, words, problem, advice }: RepliedFinding,
  sections: readonly ReadSection[],
): Finding {
  const named = sections.find(({ id }) => id === section.trim());
  for (const { id, text } of named ? [named, ...sections] : sections) {
    const quote = findVerbatim(text, words);
    if (quote !== null) return { sectionId: id, problem, advice, quote };
  }
  return { sectionId: named?.id ?? null, problem, advice, quote: null };
}
