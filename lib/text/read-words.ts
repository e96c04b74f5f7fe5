/** A word of a text, as it compares: in any spelling of its letters. `weight` is in words. */
export type Word = { key: string; start: number; end: number; weight: number };

/** Scripts that part no words: a sign counts as half a word. */
const SIGN =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const INVISIBLE = "\\u00AD\\u200B-\\u200D\\u2060";
const LETTERS = `(?:(?![${SIGN}])[\\p{L}\\p{N}\\p{M}${INVISIBLE}])+`;
const WORD = new RegExp(`([${SIGN}]\\p{M}*)|${LETTERS}(?:['’ʼ]${LETTERS})*`, "gu");
const UNSPOKEN = new RegExp(`['’ʼ${INVISIBLE}]`, "gu");
/** Marks of citations and entities, which are no words. */
const SILENT = /\[\^S\d+\.p\d+\]|&(?:lt|gt|quot|amp|#39);/g;

/**
 * The words of a text in order, without case, punctuation, apostrophes, marks of citations and
 * invisible characters, and in one form of Unicode. Linear in the text.
 */
export function readWords(text: string): Word[] {
  const spoken = text.replace(SILENT, (silent) => " ".repeat(silent.length));
  return [...spoken.matchAll(WORD)].flatMap(({ 0: raw, 1: sign, index }) => {
    const key = fold(raw);
    const place = { start: index, end: index + raw.length };
    return key === "" ? [] : [{ key, ...place, weight: sign === undefined ? 1 : 0.5 }];
  });
}

/** How many words these are: whole ones. */
export function weighWords(words: readonly Word[]): number {
  return Math.ceil(words.reduce((sum, { weight }) => sum + weight, 0));
}

function fold(raw: string): string {
  const folded = raw.normalize("NFKC").toLowerCase().normalize("NFKC");
  return folded.replace(UNSPOKEN, "");
}
