const TRACKING = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|ref|ref_src)$/i;
/** Pages that are told apart behind the sign alone. */
const ROUTE = /^#!?\//;

/**
 * One spelling for the many that a page's address has, for comparing alone: readers are shown the
 * page's own. No fragment but a route's, no tracking parameters, no trailing slash, no `www.`; null
 * when it is no http address.
 */
export function canonicalUrl(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  if (!ROUTE.test(url.hash)) url.hash = "";
  url.username = "";
  url.password = "";
  url.hostname = url.hostname.replace(/^www\./, "");
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/+$/, "");
  const bare = url.pathname === "/" && url.search === "" && url.hash === "";
  return bare ? url.href.slice(0, -1) : url.href;
}
