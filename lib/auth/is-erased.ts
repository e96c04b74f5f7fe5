import "server-only";
import { beginAgain } from "../db/begin-again";
import { connect } from "../db/connect";
import { wrapDatabaseError } from "../db/wrap-database-error";
import type { UserId } from "./user-id";

/** True once this user's account was deleted. @throws AppError `vault_unavailable`. */
export async function isErased(user: UserId): Promise<boolean> {
  const [, rows] = await wrapDatabaseError(() =>
    beginAgain(() =>
      connect().begin((sql) => [
        sql`SELECT set_config('role', 'alwrity_app', true)`,
        sql`SELECT 1 FROM erased_users WHERE id_hash = hash_user(${user})`,
      ]),
    ),
  );
  return rows.length > 0;
}
