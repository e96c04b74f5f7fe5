import { stemWords } from "../text/stem-words";
import { citeUnit } from "./compose-section";
import { listUnits, type Unit } from "./list-units";
import type { Brief } from "./parse-brief";
import { withoutUsed } from "./revise-draft";

const CURSOR = /<cursor\b[^>]*>/;
const NEAR = 400;
const MOST_SENTENCES = 2;

/**
 * What comes next at the cursor of a draft: one or two sentences of the passages which it does not have
 * yet and which share most words with what is wanted there, or else with what stands before it; `NONE`
 * where there is no such sentence.
 */
export function continueDraft({ passages, wanted: wish }: Brief, draft: string): string {
  const [before = ""] = draft.split(CURSOR);
  const near = wish || before.replace(/\[\[[^\]]+\]\]/g, "").slice(-NEAR);
  const wanted = new Set(stemWords(near));
  const fresh = passages.map(({ id, text }) => ({ id, text: withoutUsed(text, draft) }));
  const [best] = listUnits(fresh).toSorted(
    (one, other) => nearness(other, wanted) - nearness(one, wanted),
  );
  return best ? citeUnit(best).slice(0, MOST_SENTENCES).join(" ") : "NONE";
}

function nearness({ sentences }: Unit, wanted: ReadonlySet<string>): number {
  const stems = stemWords(sentences.join(" "));
  return stems.filter((stem) => wanted.has(stem)).length / Math.sqrt(stems.length || 1);
}
