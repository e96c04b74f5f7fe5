import type { Unit } from "./reading/unit-table";
import type { SpelledNumber } from "./write-digits";

/** A number of a text with what it counts. `start` and `end` are places in the text with digits. */
export type QuantityFact = {
  kind: "quantity";
  start: number;
  end: number;
  /** As the text has it, with its unit; `digits` is the numeral alone. */
  raw: string;
  digits: string;
  /** What it may mean, in the measure of its unit; as it stands in `plain`. */
  values: number[];
  plain: number[];
  unit?: Unit;
  /** A version or a name such as GPT-4: only the same spelling will do. */
  exact?: string;
  spelled?: SpelledNumber;
  /** An ordinal, a fraction or a multiple in words. */
  worded?: true;
  /** A year, a time of day, a weekday or the like. */
  calendar?: true;
  /** What it is counted by: "month" in "$5 a month". */
  period?: string;
};
