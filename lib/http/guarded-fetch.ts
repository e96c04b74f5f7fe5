import "server-only";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import { timeLimit } from "../process/time-limit";
import { checkAddress, type Resolve } from "./guard/check-address";
import { explainFailure } from "./guard/explain-failure";
import { resolveName } from "./guard/resolve-name";
import { type SiteAnswer, sendPinned } from "./guard/send-pinned";

/** What must not travel to another origin. */
const CREDENTIALS = ["authorization", "cookie", "proxy-authorization"];

/** Firewalls refuse who does not say what they are, and some whose name does not begin like a browser's. */
const USER_AGENT = "Mozilla/5.0 (compatible; ALwrity/1.0; blog writer)";

/**
 * `resolve` and `allowLoopback` are for development and tests; sizes in bytes, times in milliseconds.
 * `cut`: the beginning of an answer that is larger than `maxBytes` will do.
 */
export type GuardOptions = {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  allowLoopback?: boolean;
  resolve?: Resolve;
  maxBytes?: number;
  cut?: boolean;
  timeoutMs?: number;
};

/**
 * GETs an address that a user has entered, without letting it reach into a private network. Every
 * redirect (at most three) is checked like the first address, and only the same origin gets the
 * credentials again.
 *
 * @throws AppError `address_refused` or `site_unreachable`.
 */
export async function guardedFetch(text: string, options: GuardOptions = {}): Promise<SiteAnswer> {
  const { resolve = (hostname: string) => resolveName(hostname), allowLoopback = false } = options;
  const { maxBytes = LIMITS.siteAnswerBytes, cut = false } = options;
  const signal = limitTime(options, LIMITS.siteReadSeconds * 1_000);
  const headers = openHeaders(options);
  let address = text;
  let origin: string | undefined;
  for (let hop = 0; hop <= LIMITS.siteRedirects; hop += 1) {
    const checked = await within(signal, checkAddress(address, resolve, allowLoopback));
    if (origin !== undefined && checked.url.origin !== origin)
      for (const name of CREDENTIALS) headers.delete(name);
    origin = checked.url.origin;
    const answer = await sendPinned(checked, { headers, signal, maxBytes, cut });
    const next = readRedirect(answer);
    if (next === undefined) return answer;
    address = next;
  }
  throw new AppError("site_unreachable", { detail: "The site redirects too often." });
}

/** A change that is asked of a site: JSON, or a file with its own headers. */
export type GuardedWrite = { method: "POST" | "PUT" } & (
  | { json: unknown }
  | { file: Uint8Array; type: string }
);

/**
 * Sends JSON or a file to an address that a user has entered, under the same guards. A redirect is refused:
 * neither the body nor the credentials go anywhere but where they were addressed to.
 *
 * @throws AppError `address_refused`, `site_moved`, or `site_unreachable`: the site may have done
 *   what was asked all the same.
 */
export async function guardedSend(
  address: string,
  write: GuardedWrite,
  options: GuardOptions = {},
): Promise<SiteAnswer> {
  const { resolve = (hostname: string) => resolveName(hostname), allowLoopback = false } = options;
  const { maxBytes = LIMITS.siteAnswerBytes } = options;
  const signal = limitTime(options, LIMITS.siteWriteSeconds * 1_000);
  const isFile = "file" in write;
  const body = isFile ? write.file : JSON.stringify(write.json);
  const headers = openHeaders(options);
  headers.set("content-type", isFile ? write.type : "application/json");
  headers.set("content-length", String(Buffer.byteLength(body)));
  const checked = await within(signal, checkAddress(address, resolve, allowLoopback));
  const { method } = write;
  const answer = await sendPinned(checked, { method, body, headers, signal, maxBytes });
  if (answer.status >= 300 && answer.status < 400) throw new AppError("site_moved");
  return answer;
}

function openHeaders({ headers }: GuardOptions): Headers {
  return new Headers({ accept: "application/json", "user-agent": USER_AGENT, ...headers });
}

function limitTime({ signal, timeoutMs }: GuardOptions, usualMs: number): AbortSignal {
  const timeout = timeLimit(timeoutMs ?? usualMs);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/** A name server cannot be hung up on: what it says after the time limit is not waited for. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(explainFailure(signal.reason));
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}

/** Where a redirect leads. A complete address stays as it was written, so that its spelling is checked. */
function readRedirect({ status, headers, url }: SiteAnswer): string | undefined {
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(location) || !URL.canParse(location, url)) return location;
  return new URL(location, url).href;
}
