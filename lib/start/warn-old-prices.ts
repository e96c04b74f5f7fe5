import "server-only";
import { log } from "../logs/log";
import { PRICES_READ_ON } from "../models/dated-facts";

/** Prices that nobody has compared with the providers' pages for so long are likely to be wrong. */
const MOST_DAYS = 180;
const DAY_MS = 86_400_000;

/** How old the prices are, in whole days. */
export function countPriceDays(now: Date): number {
  return Math.floor((now.getTime() - Date.parse(PRICES_READ_ON)) / DAY_MS);
}

/** Warns a maintainer whose prices are old: costs are computed from them, and caps kept by them. */
export function warnOldPrices(now: Date): void {
  const days = countPriceDays(now);
  if (days <= MOST_DAYS) return;
  log.warn(
    { readOn: PRICES_READ_ON, days },
    "The prices are old: compare lib/models/dated-facts.ts with the providers' pages",
  );
}
