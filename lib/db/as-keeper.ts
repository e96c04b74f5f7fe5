import "server-only";
import type { Row } from "postgres";
import { type Statement, sendTransaction } from "./send-transaction";
import { wrapDatabaseError } from "./wrap-database-error";

const BECOME = { text: "SELECT set_config('role', $1, true)", parameters: ["alwrity_keeper"] };

/**
 * Runs statements as the role `alwrity_keeper`, which sees of every user's posts whether they are
 * being written and by whom, and nothing that is in them. For the upkeep of runs only.
 *
 * @returns the rows of each statement.
 */
export async function asKeeper(statements: Statement[]): Promise<Row[][]> {
  return wrapDatabaseError(async () => {
    const [, ...results] = await sendTransaction([BECOME, ...statements]);
    return results;
  });
}
