import "server-only";
import { shareInProcess } from "../process/share-in-process";
import { type LoginHeaders, listLogins } from "./list-logins";
import { PACES } from "./paces";

/** What a login is refused for a while: everything, or event streams alone. */
export type RefusedKind = "requests" | "streams";

/** Until when, in ms of `performance.now()`, and how often it has been since. */
type Refusal = { until: number; times: number };
/** By hashes of tokens: no token is kept. */
const refused = shareInProcess("refused-logins", () => new Map<string, Refusal>());
const MOST = 10_000;
/** A request carries one token, or two cookies of the same session; more are somebody's play. */
const MOST_TOKENS = 4;

/**
 * Remembers that a login has used up what it may, for as many seconds: until then it is refused before
 * anything is worked out for it. Only for a token that was verified, or anybody could fill this up.
 */
export function rememberRefusal(what: RefusedKind, headers: LoginHeaders, seconds: number): void {
  const until = performance.now() + seconds * 1_000;
  for (const key of listKeys(what, headers).slice(0, MOST_TOKENS)) {
    refused.delete(key);
    refused.set(key, { until, times: 0 });
  }
  for (const key of refused.keys()) {
    if (refused.size <= MOST) break;
    refused.delete(key);
  }
}

/** How long a refusal lasts, in seconds, and how long its answer is to be kept back, in milliseconds. */
export type Refused = { seconds: number; keptMs: number };

/**
 * Whether a login is refused now; each time it is asked for it is answered later than before, so that
 * whoever asks in a loop comes round seldom.
 */
export function takeRefusal(what: RefusedKind, headers: LoginHeaders): Refused | null {
  if (refused.size === 0) return null;
  const now = performance.now();
  const found = listKeys(what, headers).flatMap((key) => refused.get(key) ?? []);
  const longest = found.toSorted((one, other) => other.until - one.until)[0];
  if (!longest || longest.until <= now) return null;
  longest.times += 1;
  const keptMs = Math.min(longest.times * PACES.refusedLoginMs.more, PACES.refusedLoginMs.most);
  return { seconds: Math.ceil((longest.until - now) / 1_000), keptMs };
}

function listKeys(what: RefusedKind, headers: LoginHeaders): string[] {
  return listLogins(headers).map((login) => what + login);
}
