/**
 * Rounds amounts so that what is shown adds up to the rounded total: the last digit goes to those that
 * lose most by rounding down. Amounts are not negative.
 */
export function roundTogether(amounts: readonly number[], digits: number): number[] {
  const unit = 10 ** digits;
  const exact = amounts.map((amount) => Number((amount * unit).toPrecision(15)));
  const floors = exact.map(Math.floor);
  const total = Math.round(Number(exact.reduce((sum, one) => sum + one, 0).toPrecision(15)));
  const missing = total - floors.reduce((sum, one) => sum + one, 0);
  const byLoss = exact
    .map((one, index) => ({ index, lost: one - Math.floor(one) }))
    .sort((one, other) => other.lost - one.lost || one.index - other.index);
  const raised = new Set(byLoss.slice(0, missing).map(({ index }) => index));
  return floors.map((floor, index) => (floor + (raised.has(index) ? 1 : 0)) / unit);
}
