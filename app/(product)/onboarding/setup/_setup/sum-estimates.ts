/** What the stages cost about together, in US dollars; null where the price of one is not known. */
export function sumEstimates(estimates: Record<string, number | null>): number | null {
  let sum = 0;
  for (const usd of Object.values(estimates)) {
    if (usd === null) return null;
    sum += usd;
  }
  return sum;
}
