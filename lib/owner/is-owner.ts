import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";

/** True for those whom `OWNER_USER_IDS` names; everybody else sees that there is no such page. */
export function isOwner(user: UserId | null): boolean {
  return user !== null && requireConfig().ownerUserIds.includes(user);
}
