import { monthNumber } from "./month-names";

/** Signs for private use: the month, and what fills up the length of its name. */
const FIRST = 0xe000;
const [FIRM, WEAK] = ["\uE0FF", "\uE0FE"];
/** English months have a capital: "may 5" and "mar 3" are none, unless a year follows. */
const WEAK_NAME = /^(?:may|march|mar|dec|sep|jan|mart|mars|mai|mei|maj)$/;

/** The source of a pattern for a month in a text of `markMonths`. */
export const MARKED_MONTH = "[\\uE001-\\uE00C][\\uE0FE\\uE0FF]+";

/**
 * The text with a sign for each month's name, as long as before: patterns need not try two hundred
 * names at every place. Undefined where it names none.
 */
export function markMonths(text: string): string | undefined {
  let found = false;
  const marked = text.replace(/[\uE000-\uE0FF]/g, " ").replace(/\p{L}{3,}/gu, (word) => {
    const month = monthNumber(word);
    if (month === undefined) return word;
    found = true;
    const fill = WEAK_NAME.test(word) ? WEAK : FIRM;
    return String.fromCharCode(FIRST + month) + fill.repeat(word.length - 1);
  });
  return found ? marked : undefined;
}

/** 1 for January; undefined where no month is named, or one that must have a capital. */
export function readMonth(marked: string | undefined, { weak = false } = {}): number | undefined {
  if (marked === undefined || (!weak && marked.includes(WEAK))) return undefined;
  return marked.charCodeAt(0) - FIRST;
}
