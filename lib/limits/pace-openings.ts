import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { UserId } from "../auth/user-id";
import { AppError } from "../errors";
import { shareInProcess } from "../process/share-in-process";
import { type Dues, takeTurn } from "./pace";
import { LIMITS } from "./registry";

const dues = shareInProcess("stream-openings", (): Dues => new Map());

/**
 * Lets a user open event streams at an even pace on this server: a few at once, those that come too
 * fast one after the other, and no more than can be opened soon.
 *
 * @throws AppError `rate_limited` for an opening that would have to wait too long.
 */
export async function paceOpenings(user: UserId): Promise<void> {
  const turn = takeTurn(dues, [user], LIMITS.streamOpenings);
  if ("retryAfterSeconds" in turn)
    throw new AppError("rate_limited", { retryAfter: turn.retryAfterSeconds });
  if (turn.waitMs > 0) await pause(turn.waitMs);
}
