import { clash, doubt, type Finding, FOUND } from "../finding";
import { isLong } from "../is-long";
import { kindOf } from "../kind-of";
import type { Evidence, Mention } from "../read-evidence";
import type { Bound } from "../reading/read-bound";
import { findName } from "./find-name";
import { findNamed } from "./find-named";
import { findNearby } from "./find-nearby";
import { findRival, isCountable, type Stated } from "./find-rival";
import { findSubject } from "./find-subject";
import { canInfer } from "./infer-value";
import { isSame, listMentions, shares, sharesWord } from "./same-value";

/** What contradicts a bound of the same value. */
const OPPOSITES: readonly (readonly [readonly Bound[], readonly Bound[]])[] = [
  [
    ["over", "least"],
    ["under", "most"],
  ],
  [
    ["under", "most"],
    ["over", "least"],
  ],
];

/** Looks for a number of a sentence in what its passages hold. */
export function findQuantity(stated: Stated, evidence: readonly Evidence[]): Finding {
  const { fact } = stated;
  if (fact.exact !== undefined) return findName(fact, fact.exact, evidence);
  if (!fact.unit && evidence.some(({ names }) => names.has(fact.digits))) return FOUND;
  const mentions = listMentions([...fact.values, ...fact.plain], evidence);
  const same = mentions.filter((mention) => isSame(stated, mention));
  if (same.length > 0) return compareSame(stated, same, evidence);
  return (
    findNearby(stated, evidence) ??
    findUnit(stated, mentions) ??
    (canInfer(stated, evidence) ? doubt("inferred") : undefined) ??
    findOther(stated, evidence)
  );
}

/** The value is there: it may still be said of something else. */
function compareSame(
  { fact, around, text, stated }: Stated,
  same: readonly Mention[],
  evidence: readonly Evidence[],
): Finding {
  const [first] = same;
  const said = same.map((mention) => mention.around.bound);
  const turned = OPPOSITES.find(([one]) => one.some((bound) => bound === around.bound))?.[1];
  if (turned && said.every((bound) => turned.some((other) => other === bound)))
    return clash("bound", sayBound(first));
  const { period } = fact;
  if (period && same.every((mention) => mention.fact.period && mention.fact.period !== period))
    return clash("period", `${first?.fact.raw.trim()} a ${first?.fact.period}`);
  const other = findOtherCount({ fact, around, stated }, same, evidence);
  if (other) return clash("value", other.fact.raw.trim());
  const subject =
    findSubject({ fact, around, text, stated }, same, evidence) ??
    findNamed({ fact, around, text, stated }, evidence);
  if (subject) return subject;
  return same.every((mention) => mention.around.furniture) ? doubt("page itself") : FOUND;
}

/** "5 servers" does not rest on "3 servers in 5 regions". */
function findOtherCount(
  { fact, around, stated }: Pick<Stated, "fact" | "around" | "stated">,
  same: readonly Mention[],
  evidence: readonly Evidence[],
): Mention | undefined {
  const [noun] = around.nouns;
  if (!["count", "ordinal"].includes(kindOf(fact)) || noun === undefined) return undefined;
  const counted = (mention: Mention) =>
    mention.around.nouns.length === 0 ||
    around.nouns.some((one) => mention.around.behind.includes(one));
  if (same.some(counted)) return undefined;
  const rival = findRival({ fact, around, stated, text: "" }, evidence);
  return rival?.around.nouns.includes(noun) ? rival : undefined;
}

/** The same digits with another unit beside the same words. */
function findUnit({ fact, around }: Stated, mentions: readonly Mention[]): Finding | undefined {
  const other = mentions.find(
    (mention) =>
      shares(fact.plain, mention.fact.plain) &&
      mention.fact.unit?.kind !== "ordinal" &&
      sharesWord(around.beside, mention) &&
      (mention.fact.unit !== undefined || mention.around.nouns.length > 0),
  );
  return (
    other &&
    clash("unit", `${other.fact.raw.trim()}${other.fact.unit ? "" : ` ${other.around.nouns[0]}`}`)
  );
}

function findOther(stated: Stated, evidence: readonly Evidence[]): Finding {
  const rival = findRival(stated, evidence);
  if (rival) return clash("value", rival.fact.raw.trim());
  if (isLong(evidence) && !isCountable(stated.fact)) return clash("absent");
  const named = findNamed(stated, evidence);
  if (named) return named;
  return isCountable(stated.fact) ? doubt("inferred") : doubt("nowhere");
}

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  over: "more than ",
  under: "less than ",
  least: "a minimum of ",
  most: "a maximum of ",
  about: "about ",
};

function sayBound(mention: Mention | undefined): string {
  const { bound } = mention?.around ?? {};
  return `${bound ? BOUND_WORDS[bound] : ""}${mention?.fact.raw.trim()}`;
}
