import "server-only";
import { sendTransaction } from "../db/send-transaction";
import { wrapDatabaseError } from "../db/wrap-database-error";
import type { UserId } from "./user-id";

const BECOME = { text: "SELECT set_config('role', 'alwrity_app', true)", parameters: [] };
const LOOK = "SELECT 1 FROM erased_users WHERE id_hash = hash_user($1)";

/** True once this user's account was deleted. @throws AppError `vault_unavailable`. */
export async function isErased(user: UserId): Promise<boolean> {
  const [, rows = []] = await wrapDatabaseError(() =>
    sendTransaction([BECOME, { text: LOOK, parameters: [user] }]),
  );
  return rows.length > 0;
}
