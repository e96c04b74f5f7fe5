/** Words in quotation marks: where they stand, and the words themselves. */
export type QuotationFact = {
  kind: "quotation";
  start: number;
  end: number;
  raw: string;
  /** Its words have capitals as a title's have, or it stands behind "so-called". */
  title: boolean;
};

/** Each pair with what it may hold; single marks must not be apostrophes. */
const PAIRS = [
  /[“„"]([^“„”"\n]{3,1200})[”"“]/g,
  /[«»]([^«»\n]{3,1200})[«»]/g,
  /「([^「」]{3,1200})」/g,
  /『([^『』]{3,1200})』/g,
  /(?<![\p{L}\p{N}])[‘'‚]((?=[^\s'])[^“”"‘\n]{3,600}?[^\s])[’'‘](?![\p{L}\p{N}])/gu,
];
const FEWEST_WORDS = 3;
const FEWEST_CJK = 6;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * The quotations of at least three words in a text, its code already masked. What is in single marks
 * within another quotation is part of that one.
 */
export function readQuotations(text: string): QuotationFact[] {
  const found: QuotationFact[] = [];
  for (const pair of PAIRS) {
    for (const { 0: whole, 1: words = "", index } of text.matchAll(pair)) {
      const fact = { kind: "quotation" as const, start: index, end: index + whole.length };
      if (isMeasure(text, fact)) continue;
      const inner = found.some(({ start, end }) => start <= fact.start && fact.end <= end);
      if (!inner && (isLong(words) || isNamed(text, index)))
        found.push({
          ...fact,
          raw: words,
          title: (isTitle(words) && !isNamed(text, index)) || isScare(text, index),
        });
    }
  }
  return found;
}

/** The marks of feet and inches: 5' 10" is no quotation. */
function isMeasure(text: string, { start, end }: { start: number; end: number }): boolean {
  return (
    /^\d["']/.test(text.slice(start - 1, start + 1)) && /\d["']$/.test(text.slice(end - 2, end))
  );
}

/** "The Road to Nowhere": but for short words, every word has a capital. */
function isTitle(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  return long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
}

/** 'called it "very fair"': these words are quoted, however few they are. */
function isNamed(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 26), start);
  return /\b(?:called|dubbed|termed|nicknamed|described)(?: (?:it|him|her|them|as|the|a|an))* $/i.test(
    before,
  );
}

function isScare(text: string, start: number): boolean {
  return /\bso-called $/i.test(text.slice(Math.max(0, start - 12), start));
}

function isLong(words: string): boolean {
  const count = words.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return count >= FEWEST_WORDS || (words.match(CJK)?.length ?? 0) >= FEWEST_CJK;
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+/gu;

/**
 * Letters and digits alone, lower case, between single spaces; every sign of its own where the
 * script parts no words. What two spellings of one quotation have in common.
 */
export function toWords(text: string): string {
  const plain = spellOut(text.normalize("NFKC"))
    .replace(/&(?:lt|gt|quot|amp);/g, " ")
    .replace(/\*+|__+|~~|`/g, "")
    .toLowerCase();
  return ` ${(plain.match(WORD) ?? []).join(" ")} `;
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bcan['’]t\b/gi, "can not"],
  [/\bcannot\b/gi, "can not"],
  [/\bwon['’]t\b/gi, "will not"],
  [/n['’]t\b/g, " not"],
  [/(?<=\p{L})['’]re\b/gu, " are"],
  [/(?<=\p{L})['’]ve\b/gu, " have"],
  [/(?<=\p{L})['’]ll\b/gu, " will"],
  [/\b(i)['’]m\b/gi, "$1 am"],
];

/** "they're" as "they are": speech is written down either way. */
function spellOut(text: string): string {
  return CONTRACTIONS.reduce((rest, [pattern, words]) => rest.replace(pattern, words), text);
}
