import { clash, type Finding } from "../finding";
import { keyOf, kindOf } from "../kind-of";
import type { QuantityFact } from "../quantity-fact";
import type { Evidence, Mention } from "../read-evidence";
import { stemWord, tagWords } from "../reading/tag-words";
import type { Stated } from "./find-rival";

/** A value that is there, but said of another year or another name than the one that the sentence says it of. */
export function findSubject(
  { fact, around }: Stated,
  same: readonly Mention[],
  evidence: readonly Evidence[],
): Finding | undefined {
  if (same.length > 3 || fact.calendar || kindOf(fact) === "year") return undefined;
  for (const list of [listYears, listNames]) {
    const [anchor, second] = list(around.clause(), fact);
    if (anchor === undefined || second !== undefined) continue;
    const others = same.map((mention) => list(mention.around.clause(), mention.fact));
    const [other] = others[0] ?? [];
    if (!other || others.some((anchors) => anchors.length === 0 || anchors.includes(anchor)))
      continue;
    if (hasOtherValue(anchor, fact, evidence)) return clash("subject", other);
  }
  return undefined;
}

function listYears(clause: string, fact: QuantityFact): string[] {
  const years = clause.match(/(?<![\d.,])(?:1\d|20)\d\d(?![\d.,]*\d)/g) ?? [];
  return years.filter((year) => year !== fact.digits);
}

function listNames(clause: string): string[] {
  const names = tagWords(clause).filter(
    ({ start, empty }) => !empty && /\p{Lu}/u.test(clause.charAt(start)),
  );
  return names.map(({ start, end }) => clause.slice(start, end));
}

/** A clause of the passages that names the year or name has another number of the kind. */
function hasOtherValue(anchor: string, fact: QuantityFact, evidence: readonly Evidence[]): boolean {
  const own = new Set(fact.values.map(keyOf));
  const kind = kindOf(fact);
  const stem = stemWord(anchor.toLowerCase());
  return evidence.some(
    ({ byKind, places }) =>
      places.has(stem) &&
      (byKind.get(kind) ?? [])
        .slice(0, 200)
        .some(
          ({ mention, value }) =>
            !own.has(keyOf(value)) && mention.around.clause().includes(anchor),
        ),
  );
}
