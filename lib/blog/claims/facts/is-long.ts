import type { Evidence } from "./read-evidence";

/** In characters. Of what others have labelled, any length from 400 to 2,000 tells right from wrong alike. */
const LONG = 1_500;

/**
 * True for passages of more than a few paragraphs: they tell all they know, and what is nowhere in
 * them is wrong. Of shorter ones a reader may know a value from elsewhere.
 */
export function isLong(evidence: readonly Evidence[]): boolean {
  return evidence.reduce((sum, { text }) => sum + text.length, 0) >= LONG;
}
