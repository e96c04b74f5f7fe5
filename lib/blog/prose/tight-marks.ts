import type { Token } from "./open-scanner";

/** Set before a mark that is to stand tight: no model can write it, since all invisible signs are taken out. */
export const TIGHT = "\u2060";

const BLANKS = /[ \t]+/y;
const OTHERS = /[^ \t\u2060]+/y;

/** Takes out the blanks before what is to stand tight. Blanks are held back until that is known. */
export function scanTight(text: string, at: number, ended: boolean): Token {
  if (text[at] === TIGHT) return { length: 1, out: "" };
  BLANKS.lastIndex = at;
  const blanks = BLANKS.exec(text)?.[0];
  if (blanks !== undefined) {
    const next = text[at + blanks.length];
    if (next === undefined && !ended) return null;
    return { length: blanks.length, out: next === TIGHT ? "" : blanks };
  }
  OTHERS.lastIndex = at;
  const out = OTHERS.exec(text)?.[0] ?? "";
  return { length: out.length, out };
}
