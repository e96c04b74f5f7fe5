import { cleanProposedLine } from "../text/clean-proposed-line";
import { cutAtWord } from "../text/cut-at-word";
import { SEO_LIMITS } from "./schema";

const { min, max } = SEO_LIMITS.tags;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.+#-]{3,}/gu;
const SMALL_WORDS = new Set(
  "about after also and before between does from have into more most only other should than that their them then there these they this what when where which while will with your guide".split(
    " ",
  ),
);
const LAST_RESORT = ["article", "blog", "reading"];

/** Three to eight different tags: the proposed ones, then the keywords, then words of the headings. */
export function mendTags(
  proposed: readonly string[],
  { keywords, headings }: { keywords: readonly string[]; headings: readonly string[] },
): string[] {
  const given = addTags([], [...proposed, ...keywords], max);
  const words = headings.flatMap(
    (heading) => cleanProposedLine(heading).toLowerCase().match(WORD) ?? [],
  );
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return addTags(given, [...telling, ...LAST_RESORT], min);
}

function addTags(tags: readonly string[], texts: readonly string[], most: number): string[] {
  const all = [...tags];
  for (const text of texts) {
    if (all.length >= most) break;
    const tag = cutAtWord(cleanProposedLine(text), SEO_LIMITS.tag).replace(/[.,;:]+$/, "");
    const known = all.some((other) => other.toLowerCase() === tag.toLowerCase());
    if (/[\p{L}\p{N}]/u.test(tag) && !known) all.push(tag);
  }
  return all;
}
