import "server-only";
import { askForNobody } from "../db/ask-for-nobody";
import { wrapDatabaseError } from "../db/wrap-database-error";
import type { UserId } from "./user-id";

const LOOK = "SELECT 1 FROM erased_users WHERE id_hash = hash_user($1)";

/** True once this user's account was deleted. @throws AppError `vault_unavailable`. */
export async function isErased(user: UserId): Promise<boolean> {
  const rows = await wrapDatabaseError(() => askForNobody({ text: LOOK, parameters: [user] }));
  return rows.length > 0;
}
