import { clash, doubt, type Finding, FOUND } from "../finding";
import type { Evidence } from "../read-evidence";
import { type QuotationFact, toWords } from "../reading/read-quotations";

/** Looks for the words of a quotation in passages; a title need not be spelled as they spell it. */
export function findQuotation(
  { raw, title }: QuotationFact,
  evidence: readonly Evidence[],
): Finding {
  const stretches = raw.replace(/\[(\p{L}{1,2})\]/gu, "$1").split(/\.{3,}|…|\[[^\]]*\]/);
  const wanted = stretches.map(toWords).filter((words) => words.trim() !== "");
  if (evidence.some(({ quotable }) => holdsInOrder(quotable, wanted))) return FOUND;
  return title ? doubt("nowhere") : clash("wording", raw);
}

/** Every stretch between ellipses and editorial brackets stands in the passage, in order. */
function holdsInOrder(words: string, wanted: readonly string[]): boolean {
  let from = 0;
  for (const stretch of wanted) {
    const at = words.indexOf(stretch, from);
    if (at < 0) return false;
    from = at + stretch.length - 1;
  }
  return true;
}
