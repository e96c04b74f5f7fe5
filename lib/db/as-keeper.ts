import "server-only";
import type { Row } from "postgres";
import type { Statement } from "./as-user";
import { connect } from "./connect";
import { wrapDatabaseError } from "./wrap-database-error";

/**
 * Runs statements as the role `alwrity_keeper`, which sees of every user's posts whether they are
 * being written and by whom, and nothing that is in them. For the upkeep of runs only.
 *
 * @returns the rows of each statement.
 */
export async function asKeeper(statements: Statement[]): Promise<Row[][]> {
  return wrapDatabaseError(async () => {
    const [, ...results] = await connect().begin((sql) => [
      sql`SELECT set_config('role', 'alwrity_keeper', true)`,
      ...statements.map(({ text, parameters }) => sql.unsafe(text, parameters)),
    ]);
    return results;
  });
}
