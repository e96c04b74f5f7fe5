/** How much of a text is read as structure; what goes beyond is read as words, so nothing is lost. */
export const READ_LIMITS = {
  /** Blocks within blocks: a list is two levels, its item one, a quotation one. */
  blockLevels: 40,
  /** Marks within marks: bold in italic in struck out. */
  markLevels: 10,
  columns: 100,
  cells: 4_000,
} as const;
