import { reportFigure } from "../tests/world/report-figure";

/** One measured ratio: what it compares, the limit it must keep, and how many samples it rests on. */
export type Ratio = { name: string; ratio: number; limit: number; samples: number; note?: string };

/** The median of some durations. */
export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds that a piece of work takes. */
export async function measure(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Prints a ratio on a line of its own. @returns whether it keeps its limit. */
export function printRatio({ name, ratio, limit, samples, note = "" }: Ratio): boolean {
  const kept = ratio <= limit;
  const figure = `${ratio.toFixed(2)}× (limit ${limit}×, ${samples} samples)${note}`;
  reportFigure(`${kept ? "" : "TOO SLOW "}${name}`, figure);
  return kept;
}
