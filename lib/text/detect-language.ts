import { detect } from "tinyld/light";

/** Enough for a sure answer; the rest of a long text would only cost time. */
const READ_CHARACTERS = 4_000;
const FEWEST_CHARACTERS = 40;
/** Languages by the letters that they alone write, of those that the detector takes for another. */
const OWN_LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["vi", /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/g],
  ["uk", /[іїєґ]/g],
  ["ur", /[ٹڈڑںےھہ]/g],
  ["fa", /[پچژگی]/g],
];
/** So many of a hundred letters make it sure: a name alone does not. */
const SURE_SHARE = 0.03;
/** Signs that only one of the two ways of writing Chinese has. */
const TRADITIONAL = /[這個們為來時會說對過還後國學開關實現機應該讓點樣體與麼]/g;
const SIMPLIFIED = /[这个们为来时会说对过还后国学开关实现机应该让点样体与么]/g;

/**
 * The language of a text as an HTML page names it (BCP 47): `en`, `zh-Hant`. null where there is too
 * little to tell.
 */
export function detectLanguage(text: string): string | null {
  const begin = text.slice(0, READ_CHARACTERS);
  if (begin.length < FEWEST_CHARACTERS && !isDense(begin)) return null;
  const found = OWN_LETTERS.find(([, letters]) => share(begin, letters) >= SURE_SHARE);
  if (found) return found[0];
  const language = detect(begin) || null;
  if (language !== "zh") return language;
  return count(begin, TRADITIONAL) > count(begin, SIMPLIFIED) ? "zh-Hant" : "zh";
}

/** Ten signs of these scripts say as much as a sentence elsewhere. */
function isDense(text: string): boolean {
  return (
    count(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) >= 10
  );
}

function share(text: string, letters: RegExp): number {
  return count(text.toLowerCase(), letters) / Math.max(1, count(text, /\p{L}/gu));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
