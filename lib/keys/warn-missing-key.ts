import "server-only";
import type { UserId } from "../auth/user-id";
import { PACES } from "../limits/paces";
import { log } from "../logs/log";
import type { ProviderId } from "../providers/schema";

const MOST_REMEMBERED = 10_000;
const lastWarned = new Map<string, number>();

/** Logs that a user's key is missing, at most once in ten minutes for each user and provider. */
export function warnMissingKey(user: UserId, provider: ProviderId, now = Date.now()): boolean {
  const id = `${user}\0${provider}`;
  if (now - (lastWarned.get(id) ?? Number.NEGATIVE_INFINITY) < PACES.missingKeyWarningMs)
    return false;
  if (lastWarned.size >= MOST_REMEMBERED) lastWarned.clear();
  lastWarned.set(id, now);
  log.warn({ userId: user, provider }, "A call needed a key that the user has not saved");
  return true;
}
