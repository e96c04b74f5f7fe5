import { capitalize } from "../text/capitalize";
import { cleanProposedLine } from "../text/clean-proposed-line";
import { cutAtWord } from "../text/cut-at-word";
import { splitSentences } from "../text/split-sentences";
import { hasKeyword } from "./count-keyword";
import { SEO_LIMITS } from "./schema";

const { min, max } = SEO_LIMITS.description;
const SENTENCE_END = /[.!?。！？](?=\s|$|[^\s\p{ASCII}])/gu;
/** For a post that says next to nothing: longer than the shortest description. */
const LAST_RESORT =
  "Read what this post covers, how its parts fit together, what matters in practice, and where to look next when you need to know more.";

/**
 * A description as long as `SEO_LIMITS` has it that names the keyword: cut at a sentence or a word, or
 * completed with `sentences`, the post's own first ones.
 */
export function mendDescription(
  proposed: string,
  { keyword, sentences }: { keyword: string; sentences: readonly string[] },
): string {
  const fitted = fitLength(cleanProposedLine(proposed), sentences);
  if (hasKeyword(fitted, keyword)) return fitted;
  const led = fitLength(`${capitalize(keyword)}: ${fitted}`, sentences);
  return hasKeyword(led, keyword) ? led : fitted;
}

function fitLength(text: string, sentences: readonly string[]): string {
  const whole = text.length < min ? complete(text, sentences) : text;
  return whole.length > max ? shorten(whole) : whole;
}

function complete(text: string, sentences: readonly string[]): string {
  let whole = text;
  for (const sentence of [...sentences, LAST_RESORT]) {
    if (whole.length >= min) break;
    const next = cleanProposedLine(sentence);
    if (next !== "" && !whole.includes(next)) whole = `${close(whole)}${next}`;
  }
  return whole;
}

/** With a full stop, so that another sentence may follow. */
function close(text: string): string {
  if (text === "") return "";
  return /[.!?:…。！？]$/.test(text) ? `${text} ` : `${text}. `;
}

function shorten(text: string): string {
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + 1);
  const end = ends.findLast((position) => position >= min && position <= max);
  if (end !== undefined) return text.slice(0, end);
  const cut = cutAtWord(text, max - 1);
  const kept = cut.length >= min ? cut : text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$|\s$/, "");
  return `${kept}…`;
}

/** The first sentences of a post that may stand in its description. */
export function quotableSentences(text: string): string[] {
  return splitSentences(text).filter((sentence) => sentence.length > 20);
}
