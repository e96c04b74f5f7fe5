import "server-only";
import type { Row } from "postgres";
import { sendTransaction } from "./send-transaction";
import { wrapDatabaseError } from "./wrap-database-error";

const AT_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";
const BECOME = "SELECT set_config('role', 'alwrity_accountant', true)";
/** A function's name, which stands in the statement itself. */
const NAME = /^[a-z_]+$/;

/**
 * Asks the accountant's functions for what all users have spent together, at one moment. The role reads
 * amounts and states of every user's rows, and none of their content. For the owner's page only.
 *
 * @param functions without parameters, by name.
 * @returns the rows of each.
 */
export async function asAccountant(functions: readonly string[]): Promise<Row[][]> {
  if (!functions.every((name) => NAME.test(name))) throw new TypeError("No name of a function.");
  const asked = functions.map((name) => `SELECT * FROM ${name}()`);
  const statements = [AT_ONE_MOMENT, BECOME, ...asked];
  const results = await wrapDatabaseError(() =>
    sendTransaction(statements.map((text) => ({ text, parameters: [] }))),
  );
  return results.slice(2);
}
