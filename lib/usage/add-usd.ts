const NANO = 1_000_000_000;

/** Dollars of two sums together, exact to the ninth decimal, which is as far as the ledger goes. */
export function addUsd(one: number, other: number): number {
  return (Math.round(one * NANO) + Math.round(other * NANO)) / NANO;
}
