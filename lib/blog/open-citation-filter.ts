import { type CleanProse, cleanProse } from "./clean-prose";

/** The longest unfinished construct that is waited for, in characters. */
const MOST_HELD = 1_200;
/** A construct that has begun and not ended: a citation, a link, an image, a tag, a script. */
const UNFINISHED =
  /\[\[(?:(?!\]\])[\s\S])*$|!?\[[^\]]*$|\]\([^)]*$|\]$|<!--(?:(?!-->)[\s\S])*$|<[^<>]*$|!$/;
const OPEN_SCRIPT = /<(script|style|iframe|svg)\b(?![\s\S]*<\/\1\s*>)[\s\S]*$/i;

/** Cleans a stream piece by piece. `push` gives what is safe to show, `end` what was held back. */
export type CitationFilter = { push: (text: string) => CleanProse; end: () => CleanProse };

/**
 * Opens a filter over a model's streamed text. It holds back the last word and any unfinished
 * construct, so that however the stream is cut, the joined output is the same.
 *
 * @param known the ids of the passages that may be cited.
 */
export function openCitationFilter(known: ReadonlySet<string>): CitationFilter {
  let held = "";
  return {
    push: (text) => {
      held += text;
      const safe = held.slice(0, findSafeEnd(held));
      held = held.slice(safe.length);
      return cleanProse(safe, known);
    },
    end: () => {
      const rest = held;
      held = "";
      return cleanProse(rest.replace(/\[\[[^\]]*$/, ""), known);
    },
  };
}

/** Up to the last line break or space that stands outside any unfinished construct. */
function findSafeEnd(text: string): number {
  const script = OPEN_SCRIPT.exec(text);
  const begun = script ?? UNFINISHED.exec(text);
  const limit = begun && text.length - begun.index < MOST_HELD ? begun.index : text.length;
  return lastBreak(text.slice(0, limit));
}

/** Just before the last white space, so that a citation keeps the space in front of it. */
function lastBreak(text: string): number {
  const match = /\s\S*$/.exec(text);
  return match ? match.index : 0;
}
