import "server-only";
import { createHash } from "node:crypto";
import { shareInProcess } from "../process/share-in-process";

/** What a login is refused for a while: everything, or event streams alone. */
export type Refused = "requests" | "streams";
/** The two headers that a login comes in. */
type Headers = { authorization: string | null | undefined; cookie: string | null | undefined };

/** Until when, in ms of `performance.now()`, by hashes of tokens: no token is kept. */
const refused = shareInProcess("refused-logins", () => new Map<string, number>());
const MOST = 10_000;
/** A request carries one token, or two cookies of the same session; more are somebody's play. */
const MOST_TOKENS = 4;

/**
 * Remembers that a login has used up what it may, for as many seconds: until then it is refused before
 * anything is worked out for it. Only for a token that was verified, or anybody could fill this up.
 */
export function rememberRefusal(what: Refused, headers: Headers, seconds: number): void {
  const until = performance.now() + seconds * 1_000;
  for (const key of listKeys(what, headers).slice(0, MOST_TOKENS)) {
    refused.delete(key);
    refused.set(key, until);
  }
  for (const key of refused.keys()) {
    if (refused.size <= MOST) break;
    refused.delete(key);
  }
}

/** For how many seconds more a login is refused; null when it is not. */
export function findRefusal(what: Refused, headers: Headers): number | null {
  if (refused.size === 0) return null;
  const now = performance.now();
  const left = listKeys(what, headers).map((key) => (refused.get(key) ?? 0) - now);
  const longest = Math.max(0, ...left);
  return longest > 0 ? Math.ceil(longest / 1_000) : null;
}

function listKeys(what: Refused, { authorization, cookie }: Headers): string[] {
  const cookies = (cookie ?? "").split(/;\s*/).filter((part) => part.startsWith("__session"));
  const tokens = [...(authorization ? [authorization] : []), ...cookies];
  return tokens.map((token) => what + createHash("sha256").update(token).digest("base64url"));
}
