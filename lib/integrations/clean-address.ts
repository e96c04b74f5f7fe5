const PARTS = /^([a-z][a-z0-9+.-]*:\/\/)?([^/?#\\]*)([^?#]*)/i;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * The address of a site as its user may have copied it: without a scheme, with http (https is tried:
 * a password travels), or that of a page behind its login. Only the path is touched; the host stays
 * spelled as it was, so that its spelling is still checked.
 *
 * @param inside matches where the part of the path begins that is not the site's own, as a regular expression.
 */
export function cleanAddress(typed: string, inside: string): string {
  const [, scheme = "", host = "", path = ""] = PARTS.exec(typed.trim()) ?? [];
  const end = path.search(new RegExp(inside));
  const own = (end === -1 ? path : path.slice(0, end)).replace(/\/+$/, "");
  return `${chooseScheme(scheme, host)}${host}${own}`;
}

function chooseScheme(scheme: string, host: string): string {
  if (scheme === "") return LOOPBACK.test(host) ? "http://" : "https://";
  const local = LOOPBACK.test(host);
  return scheme.toLowerCase() === "http://" && !local ? "https://" : scheme;
}
