import "server-only";
import pLimit, { type LimitFunction } from "p-limit";
import type { UserId } from "../auth/user-id";
import { shareInProcess } from "../share-in-process";

/** Runs of one user at the same time; the others stay `queued`, so that nobody slows everybody. */
const AT_ONCE = 8;
const turns = shareInProcess("user-turns", () => new Map<UserId, LimitFunction>());

/** Runs `work` when it is this user's turn in this process. */
export async function takeTurn<T>(user: UserId, work: () => Promise<T>): Promise<T> {
  const limit = turns.get(user) ?? pLimit(AT_ONCE);
  turns.set(user, limit);
  try {
    return await limit(work);
  } finally {
    setImmediate(() => {
      if (limit.activeCount + limit.pendingCount === 0) turns.delete(user);
    });
  }
}
