/** Domains as Exa accepts them: `nextjs.org`, `*.nextjs.org` or with a path, `nextjs.org/docs`. */
type DomainFilter = {
  includeDomains?: string[] | undefined;
  excludeDomains?: string[] | undefined;
};

/** Whether a page may be returned. */
export function passesDomains(
  url: string,
  { includeDomains, excludeDomains }: DomainFilter,
): boolean {
  if (excludeDomains?.some((domain) => isWithin(url, domain))) return false;
  if (!includeDomains || includeDomains.length === 0) return true;
  return includeDomains.some((domain) => isWithin(url, domain));
}

function isWithin(url: string, domain: string): boolean {
  const { hostname, pathname } = new URL(url);
  const [host = "", ...path] = domain
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^(?:\*\.|www\.)/, "")
    .split("/");
  const sameHost = hostname === host || hostname.endsWith(`.${host}`);
  return sameHost && pathname.startsWith(`/${path.join("/")}`);
}
