export type Direction = "ltr" | "rtl";

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const LETTER = /\p{L}/gu;
/** Enough to tell. */
const READ_CHARACTERS = 1_000;

/** Which way a title or a paragraph runs: as its first letter does, which is how browsers and Word decide; undefined without one. */
export function directionOf(text: string): Direction | undefined {
  const [first] = text.slice(0, READ_CHARACTERS).match(LETTER) ?? [];
  if (first === undefined) return undefined;
  return first.search(RIGHT_TO_LEFT) === 0 ? "rtl" : "ltr";
}

/** Which way a whole text runs: as most of its letters do. */
export function mainDirection(text: string): Direction {
  const begin = text.slice(0, READ_CHARACTERS);
  const letters = begin.match(LETTER)?.length ?? 0;
  const rightToLeft = begin.match(RIGHT_TO_LEFT)?.length ?? 0;
  return rightToLeft * 2 > letters ? "rtl" : "ltr";
}
