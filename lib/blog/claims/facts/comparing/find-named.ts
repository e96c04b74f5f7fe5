import { clash, type Finding } from "../finding";
import { kindOf } from "../kind-of";
import type { Evidence } from "../read-evidence";
import { tagWords } from "../reading/tag-words";
import type { Stated } from "./find-rival";

/** The name that a number belongs to, where passages number that name otherwise: "Node 20" and "Node 18". */
export function findNamed(
  { fact, text }: Stated,
  evidence: readonly Evidence[],
): Finding | undefined {
  const before = /(\p{Lu}[\p{L}.]{2,}) $/u.exec(
    text.slice(Math.max(0, fact.start - 24), fact.start),
  )?.[1];
  const [name] = before ? tagWords(before) : [];
  if (kindOf(fact) !== "count" || !name || name.empty) return undefined;
  const numbers = evidence.flatMap(({ places, words, text: passage }) =>
    (places.get(name.stem) ?? []).flatMap((place) => {
      const [own, next] = [words[place], words[place + 1]];
      const isNumber = own && next && /^\d+$/.test(next.stem) && next.start === own.end + 1;
      return isNumber && /^\p{Lu}/u.test(passage.slice(own.start)) ? [next.stem] : [];
    }),
  );
  const [other] = numbers;
  return other && !numbers.includes(fact.digits) ? clash("value", `${before} ${other}`) : undefined;
}
