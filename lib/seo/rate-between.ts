/** 0 at `zero` and beyond, 1 at `full` and beyond, in proportion between them. */
export function rateTowards(value: number, zero: number, full: number): number {
  return Math.min(1, Math.max(0, (value - zero) / (full - zero)));
}

/** 1 from `best[0]` to `best[1]`, falling to 0 at both ends of `range`. */
export function rateBetween(
  value: number,
  range: readonly [number, number],
  best: readonly [number, number],
): number {
  return Math.min(rateTowards(value, range[0], best[0]), rateTowards(value, range[1], best[1]));
}
