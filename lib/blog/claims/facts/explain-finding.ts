import type { Clash, Doubt } from "./finding";

/** What is said of a sentence's own words, such as “13 Euros”, and of how many passages. */
type Told = { raw: string; many: boolean };

/** Why a fact could not be confirmed, for whoever wrote the sentence. */
export function explainDoubt(why: Doubt, { raw, many }: Told): string {
  const where = many ? "cited passages" : "cited passage";
  const unsaid = `The ${where} ${many ? "do" : "does"} not say “${raw}” in so many words`;
  const reasons: Record<Doubt, string> = {
    rounded: `${unsaid}, but a number that rounds to it.`,
    bounded: `${unsaid}, but a number that fits.`,
    inferred: `${unsaid}; it may follow from what is said there.`,
    "page itself": `The ${where} ${many ? "name" : "names"} “${raw}” only as the date of the page.`,
    nowhere: `“${raw}” is not in the ${where}. Check where it comes from.`,
  };
  return reasons[why];
}

/** How the passages contradict a sentence. */
export function explainClash(why: Clash, says: string, { raw, many }: Told): string {
  const where = many ? "cited passages" : "cited passage";
  const whereSays = `The ${where} ${many ? "say" : "says"} “${says}”`;
  const reasons: Record<Clash, string> = {
    value: `${whereSays}, not “${raw}”.`,
    absent: `“${raw}” is nowhere in the ${where}.`,
    unit: `${whereSays}, not “${raw}”.`,
    bound: `${whereSays}, which is the other way round than “${raw}” here.`,
    period: `${whereSays}: “${raw}” is for another span of time.`,
    subject: `The ${where} ${many ? "say" : "says"} “${raw}” of “${says}”, not of what this sentence says it of.`,
    wording: `The quotation “${raw}” is not in the ${where} word for word.`,
    word: `${whereSays} where this sentence says “${raw}”.`,
    denial: `This sentence denies “${raw}”, which the ${where} ${many ? "state" : "states"}.`,
  };
  return reasons[why];
}

/** Why a sentence that states a fact, given in its own words, and cites nothing could not be confirmed. */
export function explainUncited(fact: string): string {
  return `It states “${fact}” and cites nothing.`;
}
