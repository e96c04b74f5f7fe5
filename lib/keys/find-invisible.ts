/** Signs that nobody sees, and that no key has: spaces of other kinds, zero widths, marks, controls. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164]|\p{Variation_Selector}/u;

/** The first invisible character of a text, by its code and its place, counted from 1. */
export function findInvisible(text: string): { code: string; place: number } | undefined {
  const found = INVISIBLE.exec(text);
  if (!found) return undefined;
  const point = found[0].codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  return { code, place: [...text.slice(0, found.index)].length + 1 };
}

/** The same text without any of them. */
export function dropInvisible(text: string): string {
  return text.replace(new RegExp(INVISIBLE, "gu"), "");
}
