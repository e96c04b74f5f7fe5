/** What digits with separators may mean. `exact` is set where only the very same spelling is meant. */
export type Numeral = { values: number[]; exact?: string };

/** Digits with separators between them; a plain space only before groups of three. */
export const NUMERAL = /\d{1,3}(?: \d{3})+(?![\d.,]*\d)|\d+(?:[.,']\d+)*/g;

/**
 * Reads a numeral: 1,200 and 1.200 and 1'200 are 1200, 1,5 is 1.5; 1.2.3 is a version and itself
 * alone. "1.200" may be 1.2 as well.
 */
export function readNumeral(raw: string): Numeral {
  const text = raw.replace(/[' ]/g, "");
  const dots = text.split(".").length - 1;
  const commas = text.split(",").length - 1;
  if (dots > 1 && commas === 0)
    return { values: isGrouped(text, ".") ? [join(text, ".")] : [], exact: text };
  if (commas > 1 && dots === 0) return { values: readList(text) };
  if (dots > 0 && commas > 0) return { values: [readMixed(text)] };
  if (commas === 1) return { values: readComma(text) };
  if (dots === 1 && isGrouped(text, ".")) return { values: [Number(text), join(text, ".")] };
  return { values: [Number(text)] };
}

function readComma(text: string): number[] {
  if (isGrouped(text, ",")) return [join(text, ",")];
  const [whole = "", rest = ""] = text.split(",");
  return [Number(`${whole}.${rest}`), Number(whole), Number(rest)];
}

/** "1,00,000" is grouped as in India; "3,5,8" is a list. */
function readList(text: string): number[] {
  const grouped = /^\d{1,3}(?:,\d{2,3})*,\d{3}$/.test(text);
  return grouped ? [join(text, ",")] : text.split(",").map(Number);
}

/** The last separator is the decimal one. */
function readMixed(text: string): number {
  const decimal = text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  const [whole = "", rest = ""] = splitLast(text, decimal);
  return Number(`${whole.replace(/[.,]/g, "")}.${rest}`);
}

function splitLast(text: string, separator: string): [string, string] {
  const at = text.lastIndexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Groups of three behind one to three digits, and no leading zero: "0.125" is a fraction. */
function isGrouped(text: string, separator: string): boolean {
  const [first = "", ...groups] = text.split(separator);
  return /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => group.length === 3);
}

function join(text: string, separator: string): number {
  return Number(text.replaceAll(separator, ""));
}
