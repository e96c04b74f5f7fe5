/** How a number is bounded: "over" and "at least", "under" and "up to", "about"; "least" and "most" are minimum and maximum. */
export type Bound = "over" | "under" | "about" | "least" | "most";

const END = "[ $€£¥₹~]*$";
const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [new RegExp(`\\bminimum(?: \\p{L}+)? of${END}`, "iu"), "least"],
  [new RegExp(`\\bmaximum(?: \\p{L}+)? of${END}`, "iu"), "most"],
  [
    new RegExp(
      `\\b(?:no more than|not more than|no greater than|not over|not exceeding|won't exceed)${END}`,
      "i",
    ),
    "under",
  ],
  [new RegExp(`\\b(?:no less than|no fewer than|not less than|not under)${END}`, "i"), "over"],
  [
    new RegExp(
      `(?:\\b(?:over|more than|greater than|at least|exceed(?:s|ed|ing)?|above|in excess of|upwards? of)|>)${END}`,
      "i",
    ),
    "over",
  ],
  [
    new RegExp(`(?:\\b(?:under|less than|fewer than|at most|up to|below|within)|<)${END}`, "i"),
    "under",
  ],
  [
    new RegExp(
      `(?:\\b(?:about|around|approximately|approx\\.?|nearly|almost|roughly|some|ca\\.|circa|close to|just)|~)${END}`,
      "i",
    ),
    "about",
  ],
];

/** The bound in front of the number that begins at a place, or behind it: "500+". */
export function readBound(text: string, start: number, end: number): Bound | undefined {
  const before = text.slice(Math.max(0, start - 34), start);
  if (/^(?:\+| or more| and more| plus\b)/.test(text.slice(end, end + 10))) return "over";
  if (/^ or (?:less|fewer)/.test(text.slice(end, end + 10))) return "under";
  const bound = BOUNDS.find(([pattern]) => pattern.test(before))?.[1];
  const denied = bound === "over" && /\b(?:not|won't|never|no|isn't|cannot|can't)\b/i.test(before);
  return denied ? "under" : bound;
}
