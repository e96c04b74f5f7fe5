/** Whether a page belongs to one of the domains, or to a host below it. */
export function isWithin(url: string, domains: readonly string[]): boolean {
  const { hostname } = new URL(url);
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

/** Pages of preferred sites first; within both groups the order stays as it was found. */
export function preferDomains<Found extends { url: string | null }>(
  found: readonly Found[],
  domains: readonly string[],
): Found[] {
  const rank = ({ url }: Found) => (url && isWithin(url, domains) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
