import { listBlocks } from "../../markdown/list-blocks";
import { placeClaims } from "../claims/check-claims";
import { type Sentence, splitSentences } from "../claims/split-sentences";
import type { Passage } from "../run";

/**
 * What a reply may offer at a cursor: the first sentences of its first paragraph that cites, on one
 * line, ending with one that cites. It ends before what code refutes or doubts, since no judge reads it
 * after, and before a number, date or quotation without a source. Empty where nothing is left. Pure.
 *
 * @param markdown a reply that cites as `[^S1.p2]`.
 * @param passages all that it may cite.
 * @param most sentences, at the most.
 */
export function tidyContinuation(markdown: string, passages: Passage[], most: number): string {
  const line = listBlocks(markdown)
    .filter(({ heading }) => !heading)
    .map(({ text }) => text.replace(/\s+/g, " ").trim())
    .find((words) => splitSentences(words).some(cites));
  if (line === undefined) return "";
  const wrong = new Set(
    placeClaims(line, passages)
      .filter(
        ({ level, passageIds, reason }) =>
          level === "unsupported" || passageIds.length === 0 || reason !== null,
      )
      .map(({ start }) => start),
  );
  const sentences = splitSentences(line).slice(0, most);
  const firstWrong = sentences.findIndex(({ start }) => wrong.has(start));
  const sound = firstWrong === -1 ? sentences : sentences.slice(0, firstWrong);
  const last = sound.findLastIndex(cites);
  return line.slice(0, sound[last]?.end ?? 0).trim();
}

function cites({ heading, passageIds }: Sentence): boolean {
  return !heading && passageIds.length > 0;
}
