import { checkClaims } from "../../blog/claims/check-claims";
import { splitSentences } from "../../blog/claims/split-sentences";
import type { Passage } from "../../blog/run";

/** Lets through, sentence by sentence, only what cites a passage and is not refuted by it. */
export type CitedGate = { push: (markdown: string) => string; end: () => string };

/**
 * A gate for a streamed answer with its marks. A sentence is held back until the next one begins;
 * one without a mark, or with a number, date or quotation that its passages do not hold, is left out.
 */
export function openCitedGate(passages: Passage[]): CitedGate {
  let held = "";
  const pass = (isWhole: boolean): string => {
    const sentences = splitSentences(held);
    const finished = isWhole ? sentences : sentences.slice(0, -1);
    const end = isWhole ? held.length : (sentences.at(-1)?.start ?? 0);
    const kept = finished.filter((one) => !one.heading && bears(held.slice(one.start, one.end)));
    const text = kept.map((one) => held.slice(one.start, one.end)).join(" ");
    const breaks = /\n\s*\n\s*$/.test(held.slice(0, end)) && text !== "" ? "\n\n" : " ";
    held = held.slice(end);
    return text === "" ? "" : text + breaks;
  };
  const bears = (sentence: string): boolean => {
    const claims = checkClaims(sentence, passages);
    return claims.length > 0 && claims.every(({ level }) => level !== "unsupported");
  };
  return {
    push: (markdown) => {
      held += markdown;
      return pass(false);
    },
    end: () => pass(true),
  };
}
