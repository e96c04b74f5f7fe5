import "server-only";
import { sql as statement } from "drizzle-orm";
import pRetry from "p-retry";
import type { UserId } from "../auth/user-id";
import { PACES } from "../limits/paces";
import type { UserTransaction } from "./as-user";
import { inTransaction } from "./in-transaction";
import { openDrizzle } from "./open-drizzle";
import { DatabaseError, wrapDatabaseError } from "./wrap-database-error";

/** Waiting longer would keep the user's own requests waiting behind it. */
const LOCK_TIMEOUT = `${PACES.erasure.lockSeconds}s`;
const TIMED_OUT = "55P03";

/**
 * Runs `work` in a transaction as the role `alwrity_eraser`, which may delete every row of this user
 * and of nobody else. It waits until no other transaction of the user is open, and none begins
 * before it has ended.
 */
export async function asEraser<T>(
  user: UserId,
  work: (tx: UserTransaction) => Promise<T>,
): Promise<T> {
  const erase = () =>
    inTransaction(async (sql) => {
      const tx = openDrizzle(sql);
      await tx.execute(statement`
        SELECT set_config('role', 'alwrity_eraser', true), set_config('app.user_id', ${user}, true),
          set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`);
      await tx.execute(statement`SELECT pg_advisory_xact_lock(hashtextextended(${user}, 2))`);
      return work(tx);
    });
  return pRetry(() => wrapDatabaseError(erase), {
    retries: PACES.erasure.retries,
    minTimeout: 200,
    shouldRetry: ({ error }) => error instanceof DatabaseError && error.sqlState === TIMED_OUT,
  });
}
