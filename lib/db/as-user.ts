import "server-only";
import { sql as statement } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Row } from "postgres";
import type { UserId } from "../auth/user-id";
import { connect } from "./connect";
import { wrapDatabaseError } from "./wrap-database-error";

/** A transaction in which only one user's rows exist. */
export type UserTransaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];
/** One parameterised statement for `pipelineAsUser`. */
export type Statement = { text: string; parameters: (string | number | null)[] };

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
  return wrapDatabaseError(() =>
    drizzle(connect()).transaction(async (tx) => {
      await tx.execute(statement`SELECT become_user(${user})`);
      return work(tx);
    }),
  );
}

/**
 * The same in as few round trips as there are: the statements are sent together and cannot depend on
 * one another's results. For hot paths only.
 *
 * @returns the rows of each statement.
 */
export async function pipelineAsUser(user: UserId, statements: Statement[]): Promise<Row[][]> {
  return wrapDatabaseError(async () => {
    const [, ...results] = await connect().begin((sql) => [
      sql`SELECT become_user(${user})`,
      ...statements.map(({ text, parameters }) => sql.unsafe(text, parameters)),
    ]);
    return results;
  });
}
