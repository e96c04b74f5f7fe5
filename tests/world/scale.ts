/** Everything runs: `npm test -- --full`, and `npm run proof` with the large numbers as well. */
export const FULL = Boolean(process.env.FULL || process.env.PROOF);

/** Up to here a twentieth is quick; of more, fewer show the same. */
const MANY = 1_000;

/**
 * How many cases to run. `npm test` shows each kind at a small number; `npm run proof` runs them all, and
 * a tenth more, so that the two together never count less than before a number was made smaller.
 */
export function scaled(full: number): number {
  if (process.env.PROOF) return Math.ceil(full * 1.1);
  return Math.ceil(full <= MANY ? full / 20 : Math.max(MANY / 20, full / 200));
}

/** Of many rows, those that show something which none before them shows; in full, all of them. */
export function oneOfEach<Row>(rows: readonly Row[], shows: (row: Row) => string[]): Row[] {
  const shown = new Set<string>();
  return rows.filter((row) => {
    const fresh = shows(row).filter((name) => !shown.has(name));
    for (const name of fresh) shown.add(name);
    return FULL || fresh.length > 0;
  });
}

/** Looks at a page in turn, one at each call; in full, all at each. */
export function takeTurns<Look>(looks: readonly Look[]): () => readonly Look[] {
  let turn = 0;
  return () => {
    const from = turn++ % looks.length;
    return FULL ? looks : looks.slice(from, from + 1);
  };
}
