import { cleanProposedLine } from "../text/clean-proposed-line";
import { countWords, firstWords } from "../text/count-words";
import { cutAtWord } from "../text/cut-at-word";
import { hasKeyword } from "./count-keyword";
import { rateDensity } from "./rate-density";
import type { Body } from "./read-post-text";
import { SEO_LIMITS } from "./schema";
import { isSmallWord } from "./small-words";

const LEADING = /^[^\p{L}\p{N}.$@#]+/u;
const TRAILING = /[^\p{L}\p{M}\p{N}+#%)]+$/u;
/** Nobody types them; one of a pair may have been cut off. */
const QUOTES = /["“”„«»]/g;
const CLAUSE = /[:;,.!?()–—|"“”„«»]+(?=\s|$)|(?<=^|\s)[-–—(|"“”„«»]+/u;
/** What a phrase gains where it stands, as the score counts it; a single word is rarely a subject. */
const GAINS = { title: 2.5, opening: 3, heading: 2, text: 4, single: -3 } as const;

/** What a keyword is chosen for. */
export type KeywordPlace = { title: string; headings: readonly string[]; body: Body };

/**
 * The keyword of a post: the user's own where there are some, of which a proposal may choose one; else
 * the proposed one, where the text uses it as the score wants; else the part of it, or of the title,
 * that the text uses most like that.
 */
export function chooseKeyword(
  proposed: string,
  wanted: readonly string[],
  place: KeywordPlace,
): string {
  const own = wanted.map(toKeyword).filter((keyword) => keyword !== "");
  const given = toKeyword(proposed);
  const chosen = own.find((keyword) => keyword.toLowerCase() === given.toLowerCase());
  if (chosen ?? own[0]) return chosen ?? own[0] ?? "";
  const subject = toKeyword(place.title.split(/[:?!–—|]/)[0] ?? "");
  const first = given || subject || toKeyword(place.title) || "Post";
  return isUsed(first, place) ? first : findUsed([proposed, subject, place.title], first, place);
}

function isUsed(keyword: string, { body }: KeywordPlace): boolean {
  return isShort(keyword) && rateDensity(body, keyword).value === 1;
}

function isShort(keyword: string): boolean {
  return countWords(keyword) <= SEO_LIMITS.keywordWords;
}

function findUsed(texts: readonly string[], first: string, place: KeywordPlace): string {
  const phrases = texts.flatMap((text) => listPhrases(cleanProposedLine(text)));
  const all = [...new Set([...(isShort(first) ? [first] : []), ...phrases])];
  const opening = firstWords(place.body.text, SEO_LIMITS.openingWords);
  let best = { phrase: first, points: 0 };
  for (const phrase of all) {
    const points = weigh(phrase, opening, place);
    if (points > best.points) best = { phrase, points };
  }
  return best.phrase;
}

/** What a reader would see of it, in the points of the score. */
function weigh(phrase: string, opening: string, { title, headings, body }: KeywordPlace): number {
  const inHeading = headings.some((heading) => hasKeyword(heading, phrase));
  return (
    GAINS.text * rateDensity(body, phrase).value +
    GAINS.title * Number(hasKeyword(title, phrase)) +
    GAINS.opening * Number(hasKeyword(opening, phrase)) +
    GAINS.heading * Number(inHeading) +
    GAINS.single * Number(countWords(phrase) === 1)
  );
}

/** Its runs of few words that neither begin nor end with a small one, the longest first. */
function listPhrases(text: string): string[] {
  const clauses = text.split(CLAUSE).map((clause) => clause.split(/\s+/).filter(Boolean));
  const lengths = Array.from(
    { length: SEO_LIMITS.keywordWords },
    (_, index) => SEO_LIMITS.keywordWords - index,
  );
  return lengths.flatMap((length) =>
    clauses.flatMap((words) =>
      words.flatMap((_, at) => {
        const run = words.slice(at, at + length);
        const ends = [run[0], run.at(-1)].map((word) => word?.toLowerCase() ?? "");
        const phrase = run.length === length && !ends.some(isSmallWord) && toKeyword(run.join(" "));
        return phrase ? [phrase] : [];
      }),
    ),
  );
}

function toKeyword(text: string): string {
  const cut = cutAtWord(cleanProposedLine(text).replace(QUOTES, ""), SEO_LIMITS.keyword);
  const keyword = cut.replace(LEADING, "").replace(TRAILING, "");
  return /[\p{L}\p{N}]/u.test(keyword.normalize("NFKC")) ? keyword : "";
}
