import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { UserId } from "../auth/user-id";
import { AppError } from "../errors";
import { shareInProcess } from "../process/share-in-process";
import { LIMITS } from "./registry";

const { atOnce, perSecond, waitSeconds } = LIMITS.streamOpenings;
const APART_MS = 1_000 / perSecond;
/** How many users are remembered before those are forgotten who have opened nothing lately. */
const MOST_USERS = 1_000;

/** When each user's next opening is due, were theirs at an even pace; ms of `performance.now()`. */
const due = shareInProcess("stream-openings", () => new Map<UserId, number>());

/**
 * Lets a user open event streams at an even pace on this server: a few at once, those that come too
 * fast one after the other, and no more than can be opened soon.
 *
 * @throws AppError `rate_limited` for an opening that would have to wait too long.
 */
export async function paceOpenings(user: UserId): Promise<void> {
  const now = performance.now();
  const next = Math.max(due.get(user) ?? 0, now);
  const waitMs = next - now - (atOnce - 1) * APART_MS;
  if (waitMs > waitSeconds * 1_000)
    throw new AppError("rate_limited", { retryAfter: Math.ceil(waitMs / 1_000) });
  due.set(user, next + APART_MS);
  if (due.size > MOST_USERS) forgetIdle(now);
  if (waitMs > 0) await pause(waitMs);
}

function forgetIdle(now: number): void {
  for (const [user, next] of due) if (next <= now) due.delete(user);
}
