/** Words in quotation marks: where they stand, and the words themselves. */
export type QuotationFact = { kind: "quotation"; start: number; end: number; raw: string };

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
      const inner = found.some(({ start, end }) => start <= fact.start && fact.end <= end);
      if (!inner && isLong(words)) found.push({ ...fact, raw: words });
    }
  }
  return found;
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
  const plain = text
    .normalize("NFKC")
    .replace(/&(?:lt|gt|quot|amp);/g, " ")
    .replace(/\*+|__+|~~|`/g, "")
    .toLowerCase();
  return ` ${(plain.match(WORD) ?? []).join(" ")} `;
}
