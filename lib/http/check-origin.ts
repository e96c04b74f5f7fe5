import { AppError } from "../errors";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that another site's page asks for with this site's cookies. A Bearer request
 * carries its own proof; one that names an origin comes from a browser, and is checked too. Every browser sends `Origin` or `Sec-Fetch-Site` with a
 * change, so a session cookie without either is refused too.
 *
 * @throws AppError `origin_refused`.
 */
export function checkOrigin(request: Request): void {
  const { headers, method } = request;
  if (SAFE_METHODS.has(method)) return;
  const origin = headers.get("origin");
  if (origin === null && headers.get("authorization")?.startsWith("Bearer ")) return;
  const site = headers.get("sec-fetch-site");
  const passes = origin
    ? isOwn(origin, request)
    : site
      ? site === "same-origin"
      : !hasSession(headers);
  if (!passes) throw new AppError("origin_refused");
}

function hasSession(headers: Headers): boolean {
  return /(^|;\s*)__session/.test(headers.get("cookie") ?? "");
}

/** The host that the browser addressed; a proxy in front may have changed the protocol, not the host. */
function isOwn(origin: string, request: Request): boolean {
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (!URL.canParse(origin)) return false;
  const { protocol, host: asking } = new URL(origin);
  return /^https?:$/.test(protocol) && asking === host;
}
