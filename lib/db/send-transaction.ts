import "server-only";
import type { Row } from "postgres";
import { inTransaction, settleAll } from "./in-transaction";

/** One parameterised statement. */
export type Statement = { text: string; parameters: (string | number | null)[] };

/**
 * Runs statements as one transaction and sends them at once behind its beginning: three round trips,
 * where a statement may not depend on another's result. Its end is sent when all are answered, never before: the
 * driver sends a prepared statement again whose plan no longer holds, and behind the end that would be
 * outside of the transaction, as nobody's.
 *
 * @returns the rows of each statement.
 * @throws what the first statement that failed was answered; then none holds.
 */
export async function sendTransaction(statements: readonly Statement[]): Promise<Row[][]> {
  return inTransaction((sql) =>
    settleAll<Row[][]>(
      statements.map(({ text, parameters }) => sql.unsafe(text, parameters).execute()),
    ),
  );
}
