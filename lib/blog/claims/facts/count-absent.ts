import type { Evidence } from "./read-evidence";

/** Passages that are as long as this, in characters, or name as many values of a kind, tell all they know of it. */
const LONG = 1_500;
const MANY = 6;

/**
 * How many values of a kind passages name, where they say enough for a value that is nowhere in them
 * to be wrong; undefined where a reader may know it from elsewhere.
 */
export function countAbsent(kind: string, evidence: readonly Evidence[]): number | undefined {
  const values = evidence.flatMap(({ byKind }) => byKind.get(kind) ?? []).map(({ value }) => value);
  const count = new Set(values).size;
  return count >= MANY || isLong(evidence) ? count : undefined;
}

/** True for passages of more than a few paragraphs. */
export function isLong(evidence: readonly Evidence[]): boolean {
  return evidence.reduce((sum, { text }) => sum + text.length, 0) >= LONG;
}
