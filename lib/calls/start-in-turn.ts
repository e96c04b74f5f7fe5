import "server-only";
import pLimit, { type LimitFunction } from "p-limit";
import { shareInProcess } from "../process/share-in-process";
import type { Caller } from "./caller";

/** Calls of one post that may wait for their first word at the same time: as many are lost to a quota. */
const STARTING = 2;
const starts = shareInProcess("starting-calls", () => new Map<string, LimitFunction>());

/**
 * Starts the calls of a post so that few are on their way before it is known that the key's quota
 * holds. A call that has begun to answer counts no longer.
 *
 * @param call is given the caller to call with: it is told when the answer has begun, or need not be awaited.
 */
export async function startInTurn<C extends Caller, T>(
  caller: C,
  call: (caller: C) => Promise<T>,
): Promise<T> {
  const { postId } = caller;
  if (postId === null) return call(caller);
  const limit = starts.get(postId) ?? pLimit(STARTING);
  starts.set(postId, limit);
  return new Promise<T>((resolve, reject) => {
    void limit(async () => {
      const running = { begun: () => {} };
      const begun = new Promise<void>((done) => {
        running.begun = done;
      });
      const whole = call({ ...caller, onBegun: running.begun, onStarted: running.begun });
      whole.then(resolve, reject);
      await Promise.race([begun, whole.catch(() => undefined)]);
    }).finally(() => {
      if (limit.activeCount + limit.pendingCount === 0) starts.delete(postId);
    });
  });
}
