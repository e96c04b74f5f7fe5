import { isQuotable, isReadable, leansOnPrevious } from "../text/quotable-sentence";
import { splitProse } from "../text/split-prose";
import type { Passage } from "./parse-brief";

/** One to three sentences of a passage that only make sense together, verbatim. */
export type Unit = { passageId: string; sentences: string[]; position: number };

/** Every unit of the passages, in reading order; a sentence that occurs twice is taken once. */
export function listUnits(passages: readonly Passage[]): Unit[] {
  const strict = collectUnits(passages, isQuotable);
  return strict.length > 0 ? strict : collectUnits(passages, isReadable);
}

function collectUnits(
  passages: readonly Passage[],
  accepts: (sentence: string) => boolean,
): Unit[] {
  const seen = new Set<string>();
  const units: Unit[] = [];
  for (const { id, text } of passages) {
    for (const paragraph of splitProse(text)) {
      for (const sentences of groupSentences(paragraph, accepts)) {
        if (sentences.some((sentence) => seen.has(sentence))) continue;
        for (const sentence of sentences) seen.add(sentence);
        units.push({ passageId: id, sentences, position: units.length });
      }
    }
  }
  return units;
}

/** A sentence that leans on the one before joins it, or is dropped where that one is. */
function groupSentences(paragraph: string[], accepts: (sentence: string) => boolean): string[][] {
  const groups: string[][] = [];
  let open: string[] | null = null;
  for (const sentence of paragraph) {
    const leans = leansOnPrevious(sentence);
    if (!accepts(sentence) || (leans && (open === null || open.length >= 3))) {
      open = null;
    } else if (leans && open) {
      open.push(sentence);
    } else {
      open = [sentence];
      groups.push(open);
    }
  }
  return groups;
}
