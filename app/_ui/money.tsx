/** Dollars as people write them: cents, or four decimals below ten cents so that small sums stay visible. */
export function formatUsd(usd: number): string {
  const digits = usd === 0 || usd >= 0.1 ? 2 : 4;
  return `$${usd.toFixed(digits)}`;
}

/** Dollars rounded to whole cents, at least one: for estimates. */
export function formatCents(usd: number): string {
  return `$${Math.max(usd, 0.01).toFixed(2)}`;
}

/** "About $0.04", or that nobody knows: a model may have no known price. */
export function describeEstimate(usd: number | null): string {
  return usd === null ? "At a price that is not known" : `About ${formatCents(usd)}`;
}

/** "your Gemini and Exa keys": whose money it is. */
export function yourKeys(names: readonly string[]): string {
  const list = new Intl.ListFormat("en").format(names);
  return names.length === 0
    ? "your own keys"
    : `your ${list} ${names.length === 1 ? "key" : "keys"}`;
}

/** A sum in US dollars. */
export function Money({ usd }: { usd: number }) {
  return (
    <span style={{ fontFamily: "var(--font-code)", fontSize: "0.94em" }}>{formatUsd(usd)}</span>
  );
}
