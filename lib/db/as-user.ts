import "server-only";
import type { Row } from "postgres";
import type { UserId } from "../auth/user-id";
import { inTransaction, settleAll } from "./in-transaction";
import { openDrizzle, type UserTransaction } from "./open-drizzle";
import { type Statement, sendTransaction } from "./send-transaction";
import { wrapDatabaseError } from "./wrap-database-error";

export type { UserTransaction };

const BECOME = "SELECT become_user($1)";

/**
 * Runs `work` in a transaction as the role `alwrity_app` with `app.user_id` set, both local to the
 * transaction: the only way from a request to users' rows. Row-level security then holds even when
 * the connection itself belongs to a superuser.
 *
 * @throws AppError `unauthenticated` for a user whose account was deleted, `vault_unavailable` when
 *   the database is away; DatabaseError otherwise.
 */
export async function asUser<T>(
  user: UserId,
  work: (tx: UserTransaction) => Promise<T>,
): Promise<T> {
  const become = () =>
    inTransaction(async (sql) => {
      const became = sql.unsafe(BECOME, [user]).execute();
      // The driver puts a statement on its way in the next microtask: whatever `work` sends comes behind it.
      await null;
      const [, value] = await settleAll<[unknown, T]>([became, work(openDrizzle(sql))]);
      return value;
    });
  return wrapDatabaseError(become);
}

/**
 * The same in three round trips: the statements are sent together and cannot depend on one another's
 * results. For hot paths only.
 *
 * @returns the rows of each statement.
 */
export async function pipelineAsUser(user: UserId, statements: Statement[]): Promise<Row[][]> {
  return wrapDatabaseError(async () => {
    const become = { text: BECOME, parameters: [user] };
    const [, ...results] = await sendTransaction([become, ...statements]);
    return results;
  });
}
