import type { Evidence } from "../read-evidence";
import type { WordContext } from "../reading/read-context";

/** How well a place of a passage agrees with a sentence: words in common, and nearest words in common. */
export type Match = {
  shared: number;
  near: number;
  negated: boolean;
  place: number;
  from: Evidence;
};

/** The places of a passage where the context is compared with. */
export function matchContext(own: WordContext, from: Evidence, place: number): Match {
  const other = from.contextAt(place);
  let shared = 0;
  for (const stem of own.stems) if (other.stems.has(stem)) shared += 1;
  const near =
    Number(own.before !== "" && own.before === other.before) +
    Number(own.behind !== "" && own.behind === other.behind);
  return { shared, near, negated: other.negated, place, from };
}

/** The place of one of the stems that agrees best with the context; undefined where there is none. */
export function findBest(
  own: WordContext,
  stems: Iterable<string>,
  evidence: readonly Evidence[],
  isMeant: (match: Match) => boolean = () => true,
): Match | undefined {
  let best: Match | undefined;
  for (const from of evidence)
    for (const stem of stems)
      for (const place of from.places.get(stem) ?? []) {
        const match = matchContext(own, from, place);
        if (!isMeant(match)) continue;
        if (!best || match.shared + match.near > best.shared + best.near) best = match;
      }
  return best;
}

/** True where a passage says nearly all of what stands around a word of the sentence. */
export function agrees({ stems }: WordContext, { shared, near }: Match): boolean {
  return near >= 1 && shared >= 2 && shared >= stems.size / 2;
}

/** The word of a passage as it is written there. */
export function wordAt({ from, place }: Match): string {
  const word = from.words[place];
  return word ? from.text.slice(word.start, word.end) : "";
}
