import "server-only";
import type postgres from "postgres";
import { wrapDatabaseError } from "./wrap-database-error";

/**
 * Runs `work` in a transaction as the role `alwrity_rotator`, which wraps the data keys of all users
 * anew, adds "rotated" to their histories, and can read nothing else. For `npm run keys:*` only.
 */
export async function asRotator<T>(
  sql: postgres.Sql,
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  return wrapDatabaseError(async () => {
    const result = await sql.begin(async (tx) => {
      await tx`SELECT set_config('role', 'alwrity_rotator', true)`;
      return { value: await work(tx) };
    });
    return result.value;
  });
}
