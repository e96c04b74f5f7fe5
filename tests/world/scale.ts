/** How many cases to run: all of them for `npm run proof`, a tenth for `npm test`. */
export function scaled(full: number): number {
  return process.env.PROOF ? full : Math.ceil(full / 10);
}
