import "server-only";
import { isIP } from "node:net";
import { AppError } from "../../errors";
import { isLoopbackAddress, isPublicAddress } from "./is-public-address";

/** A name's addresses, as `dns.lookup` with `all` gives them. */
export type Resolve = (hostname: string) => Promise<string[]>;
/** Where a request may really go: the URL, and the one address that was checked. */
export type CheckedAddress = { url: URL; address: string };

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Checks an address before anything is sent: https, a host that says what it is, and only addresses
 * of the public internet behind its name.
 *
 * @param allowLoopback lets `localhost`, `127.0.0.1` and `[::1]` pass, over http too; nothing that
 *   merely resolves to them.
 * @throws AppError `address_refused` with the reason; `site_unreachable` for a name without an address.
 */
export async function checkAddress(
  text: string,
  resolve: Resolve,
  allowLoopback = false,
): Promise<CheckedAddress> {
  const url = parseAddress(text);
  const loopback = allowLoopback && LOOPBACK_NAMES.has(url.hostname);
  if (url.protocol !== "https:" && !(loopback && url.protocol === "http:"))
    throw refuse("Only https addresses are connected to, since a password travels with them.");
  const addresses = await findAddresses(url.hostname, resolve);
  const passes = loopback ? isLoopbackAddress : isPublicAddress;
  if (!addresses.every(passes))
    throw refuse("It leads into a private network, which this server never enters.");
  const [address] = addresses;
  if (!address) throw new AppError("site_unreachable", { detail: "This name has no address." });
  return { url, address };
}

/** One spelling for each host: no user info, no trailing dot, no number that is secretly an IP. */
function parseAddress(text: string): URL {
  if (!URL.canParse(text) || /[\s\\]/.test(text))
    throw refuse("It is not a complete address such as https://example.org.");
  const url = new URL(text);
  if (url.username || url.password || /^[a-z]+:\/\/[^/?#]*@/i.test(text))
    throw refuse("It carries a user name. Enter the user in its own field.");
  if (url.hostname.endsWith(".")) throw refuse("Its host ends with a dot.");
  const written = /^[a-z]+:\/\/(\[[^\]]*\]|[^/?#:]*)/i.exec(text)?.[1]?.toLowerCase();
  if (isIP(bare(url.hostname)) !== 0 && written !== url.hostname)
    throw refuse("Its host is a number in an unusual spelling.");
  return url;
}

async function findAddresses(hostname: string, resolve: Resolve): Promise<string[]> {
  if (isIP(bare(hostname)) !== 0) return [bare(hostname)];
  try {
    return await resolve(hostname);
  } catch {
    throw new AppError("site_unreachable", { detail: `There is no site named ${hostname}.` });
  }
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

function refuse(detail: string): AppError {
  return new AppError("address_refused", { detail });
}
