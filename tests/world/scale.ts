/** Up to here a tenth is quick; of more, a hundredth shows the same. */
const MANY = 1_000;

/**
 * How many cases to run. `npm test` shows each kind at a small number; `npm run proof` runs them all, and
 * a tenth more, so that the two together never count less than before a number was made smaller.
 */
export function scaled(full: number): number {
  if (process.env.PROOF) return Math.ceil(full * 1.1);
  return Math.ceil(full <= MANY ? full / 10 : Math.max(MANY / 10, full / 100));
}
