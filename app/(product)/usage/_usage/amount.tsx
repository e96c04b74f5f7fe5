/** Digits behind the point, everywhere on the page: most calls cost less than a cent. */
export const DIGITS = 4;

/** A sum in US dollars, with four decimals. */
export function Amount({ usd }: { usd: number }) {
  return <span style={{ fontFamily: "var(--font-code)" }}>{toAmount(usd)}</span>;
}

/** "$0.0123", "$1,204.5000". */
export function toAmount(usd: number): string {
  const digits = { minimumFractionDigits: DIGITS, maximumFractionDigits: DIGITS };
  return `$${usd.toLocaleString("en-US", digits)}`;
}
