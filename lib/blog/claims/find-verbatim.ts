const LONGEST = 400;
const FEWEST_WORDS = 3;
const FEWEST_CJK = 8;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Finds what a judge quotes in a passage, whatever white space and quotation marks it copied.
 *
 * @returns the passage's own characters, at most 400; null when they are not there, or too few to
 *   prove anything.
 */
export function findVerbatim(passage: string, quote: string): string | null {
  const wanted = normalize(quote).text.trim();
  if (!isLong(wanted)) return null;
  const { text, places } = normalize(passage);
  const at = text.indexOf(wanted);
  if (at < 0) return null;
  const start = places[at] ?? 0;
  const end = (places[at + wanted.length - 1] ?? 0) + 1;
  return passage.slice(start, Math.min(end, start + LONGEST)).replace(/[\uD800-\uDBFF]$/, "");
}

/** Single spaces and straight quotation marks; `places` says where each character stood. */
function normalize(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const space = /\s/.test(character);
    if (space && out.endsWith(" ")) continue;
    out += space ? " " : straighten(character);
    places.push(at);
  }
  return { text: out, places };
}

function straighten(character: string): string {
  if (/[“”„]/.test(character)) return '"';
  return /[‘’]/.test(character) ? "'" : character;
}

function isLong(quote: string): boolean {
  const words = quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words >= FEWEST_WORDS || (quote.match(CJK)?.length ?? 0) >= FEWEST_CJK;
}
