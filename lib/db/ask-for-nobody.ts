import "server-only";
import type { Row } from "postgres";
import { type Statement, sendTransaction } from "./send-transaction";

const BECOME = { text: "SELECT set_config('role', 'alwrity_app', true)", parameters: [] };

/** Asks one thing as the application's role and as no user: it sees nobody's rows. @returns the rows. */
export async function askForNobody(statement: Statement): Promise<Row[]> {
  const [, rows = []] = await sendTransaction([BECOME, statement]);
  return rows;
}
