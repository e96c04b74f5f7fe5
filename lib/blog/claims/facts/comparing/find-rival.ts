import { keyOf, kindOf } from "../kind-of";
import type { QuantityFact } from "../quantity-fact";
import type { Evidence, Mention } from "../read-evidence";
import type { Surroundings } from "../reading/read-surroundings";
import { countShared } from "./count-shared";

/** A sentence's number with what stands around it. `stated` are the keys of all values of the sentence. */
export type Stated = {
  fact: QuantityFact;
  around: Surroundings;
  text: string;
  stated: ReadonlySet<string>;
};

/** So many words beside a number must be beside the other one too; one for every other kind. */
const FEWEST_SHARED: Readonly<Record<string, number>> = { year: 1, count: 2 };

/**
 * Another value that passages give for the same thing: of the same kind, with the same words beside
 * it, and no value that the sentence states as well.
 */
export function findRival(stated: Stated, evidence: readonly Evidence[]): Mention | undefined {
  const { fact, around } = stated;
  const values = new Set<string>();
  let best: { mention: Mention; shared: number } | undefined;
  const beside = evidence.flatMap(({ bySide }) => [...countShared(around.beside, bySide)]);
  for (const [mention, words] of beside) {
    if (!isRival(mention, stated)) continue;
    const counted = around.nouns.some((noun) => mention.around.nouns.includes(noun));
    const shared = words + (counted ? 1 : 0);
    const enough = isCountable(fact) ? counted : shared >= (FEWEST_SHARED[kindOf(fact)] ?? 1);
    if (counted) values.add(keyOf(mention.fact.values[0] ?? 0));
    if (enough && shared > (best?.shared ?? 0)) best = { mention, shared };
  }
  return isCountable(fact) && values.size > 1 ? undefined : best?.mention;
}

function isRival({ fact }: Mention, stated: Stated): boolean {
  return (
    isOfKind(fact, stated.fact) && !fact.values.some((value) => stated.stated.has(keyOf(value)))
  );
}

/** A year may speak against a decade. */
function isOfKind(other: QuantityFact, fact: QuantityFact): boolean {
  const kind = kindOf(fact);
  return kindOf(other) === kind || (kind === "decade" && kindOf(other) === "year");
}

/** Small whole numbers may come from counting what a passage lists: only another count of it tells. */
export function isCountable(fact: QuantityFact): boolean {
  const [value = 0] = fact.values;
  return ["count", "ordinal"].includes(kindOf(fact)) && value <= 12 && Number.isInteger(value);
}
