/** The fewest words that a section is asked for where its user has said nothing. */
const LEAST_SHARE = 60;

/**
 * How many words each section should have: what its user has asked for, or an even share of what the
 * others leave of the post's. Shared with the browser.
 *
 * @param wordCount of the whole post.
 */
export function shareWords(
  sections: readonly { words?: number | undefined }[],
  wordCount: number,
): number[] {
  const asked = sections.reduce((sum, { words = 0 }) => sum + words, 0);
  const open = sections.filter(({ words }) => words === undefined).length;
  const share = Math.max(LEAST_SHARE, Math.round((wordCount - asked) / Math.max(1, open)));
  return sections.map(({ words }) => words ?? share);
}

/** True where the sections together miss the post's words by more than a sixth: more than a writer does. */
export function isFarOff(shares: readonly number[], wordCount: number): boolean {
  const total = shares.reduce((sum, words) => sum + words, 0);
  return Math.abs(total - wordCount) > wordCount / 6;
}
