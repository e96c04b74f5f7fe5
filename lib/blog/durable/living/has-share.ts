import "server-only";
import type { UserId } from "../../../auth/user-id";
import { LIMITS } from "../../../limits/registry";
import { livingSteps } from "./living-steps";

/**
 * True where a user may begin no further step on this server for now: most of its workers are taken,
 * and the user has their equal share of them already. One who has nothing under way is always let in.
 */
export function hasShare(user: UserId): boolean {
  if (livingSteps.size < LIMITS.workersBeforeShares) return false;
  const users = new Set<UserId>([user]);
  let own = 0;
  for (const step of livingSteps) {
    users.add(step.user);
    if (step.user === user) own += 1;
  }
  return own >= Math.max(1, Math.floor(LIMITS.workersPerServer / users.size));
}
