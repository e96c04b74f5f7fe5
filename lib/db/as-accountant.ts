import "server-only";
import type { Row } from "postgres";
import { connect } from "./connect";
import { wrapDatabaseError } from "./wrap-database-error";

/**
 * Asks the accountant's functions for what all users have spent together, at one moment. The role reads
 * amounts and states of every user's rows, and none of their content. For the owner's page only.
 *
 * @param functions without parameters, by name.
 * @returns the rows of each.
 */
export async function asAccountant(functions: readonly string[]): Promise<Row[][]> {
  return wrapDatabaseError(async () => {
    const [, ...results] = await connect().begin("isolation level repeatable read", (sql) => [
      sql`SELECT set_config('role', 'alwrity_accountant', true)`,
      ...functions.map((name) => sql`SELECT * FROM ${sql(name)}()`),
    ]);
    return results;
  });
}
