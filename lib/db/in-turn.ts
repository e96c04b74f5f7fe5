import "server-only";
import type { UserId } from "../auth/user-id";
import { shareInProcess } from "../process/share-in-process";

/** The last work of each user that is under way or waits; it never fails. */
const tails = shareInProcess("user-turns", () => new Map<UserId, Promise<unknown>>());

/**
 * Does one such work of a user after the other. For transactions that wait for a lock of their user:
 * each of those would otherwise wait on a connection of its own, and one user could have all of them.
 */
export async function inTurn<T>(user: UserId, work: () => Promise<T>): Promise<T> {
  const mine = (tails.get(user) ?? Promise.resolve()).then(work);
  const tail = mine.then(
    () => {},
    () => {},
  );
  tails.set(user, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(user) === tail) tails.delete(user);
  }
}
