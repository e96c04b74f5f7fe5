const NANO = 1_000_000_000;
const toNano = (usd: number) => Math.round(usd * NANO);

/** Where a cap stands. Money in US dollars; `pendingUsd` is what calls under way may cost at most. */
export type Standing = { capUsd: number; spentUsd: number; pendingUsd: number };
/** Whether a call may be made, has to wait for those under way, or would not fit even after them. */
export type Verdict = "fits" | "wait" | "refused";

/** A reservation as the ledger keeps it: never rounded below what the call may cost. */
export function roundUp(usd: number): number {
  return Math.ceil(Number((usd * NANO).toPrecision(15))) / NANO;
}

/** Decides on a call by a cap, exactly to the ninth decimal. What costs nothing always fits. */
export function decideCap({ capUsd, spentUsd, pendingUsd }: Standing, reserveUsd: number): Verdict {
  const left = toNano(capUsd) - toNano(spentUsd) - toNano(reserveUsd);
  if (reserveUsd === 0 || left >= toNano(pendingUsd)) return "fits";
  return left >= 0 ? "wait" : "refused";
}
