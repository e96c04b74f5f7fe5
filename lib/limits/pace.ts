/** So many at once, then so many a second, and how long one waits for its turn at the most. */
export type Pace = { atOnce: number; perSecond: number; waitSeconds: number };

/** When the next turn of each key is due, were they at an even pace; ms of `performance.now()`. */
export type Dues = Map<string, number>;

/** How many keys are remembered before those are forgotten that have asked for nothing lately. */
const MOST_KEYS = 1_000;

/**
 * Takes a turn of something that comes under one or several keys, each of which keeps the pace.
 *
 * @returns how long to wait for it, in ms; or, where that would be too long, when to ask again.
 */
export function takeTurn(
  dues: Dues,
  keys: readonly string[],
  { atOnce, perSecond, waitSeconds }: Pace,
): { waitMs: number } | { retryAfterSeconds: number } {
  const now = performance.now();
  const apartMs = 1_000 / perSecond;
  const next = Math.max(now, ...keys.map((key) => dues.get(key) ?? 0));
  const waitMs = Math.max(0, next - now - (atOnce - 1) * apartMs);
  if (waitMs > waitSeconds * 1_000) return { retryAfterSeconds: Math.ceil(waitMs / 1_000) };
  for (const key of keys) dues.set(key, next + apartMs);
  if (dues.size > MOST_KEYS) forgetIdle(dues, now);
  return { waitMs };
}

function forgetIdle(dues: Dues, now: number): void {
  for (const [key, next] of dues) if (next <= now) dues.delete(key);
}
