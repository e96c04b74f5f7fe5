import "server-only";
import type { ReservedSql, Row } from "postgres";
import { beginAgain } from "./begin-again";
import { connect } from "./connect";

/** One parameterised statement. */
export type Statement = { text: string; parameters: (string | number | null)[] };

const BEGIN: Statement = { text: "BEGIN", parameters: [] };
const COMMIT: Statement = { text: "COMMIT", parameters: [] };
const ROLLBACK: Statement = { text: "ROLLBACK", parameters: [] };

/**
 * Runs statements as one transaction and sends them at once with its beginning: two round trips, where a
 * statement may not depend on another's result. Its end is sent when all are answered, never before: the
 * driver sends a prepared statement again whose plan no longer holds, and behind the end that would be
 * outside of the transaction, as nobody's.
 *
 * @returns the rows of each statement.
 * @throws what the first statement that failed was answered; then none holds.
 */
export async function sendTransaction(statements: readonly Statement[]): Promise<Row[][]> {
  const sql = await beginAgain(() => connect().reserve());
  const ends = await sendAll(sql, [BEGIN, ...statements]);
  const hasFailed = ends.some(({ status }) => status === "rejected");
  const last = await sendAll(sql, [hasFailed ? ROLLBACK : COMMIT]);
  sql.release();
  const rows = [...ends, ...last].map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
  return rows.slice(1, -1);
}

/** Throws where the connection breaks: its pool lets go of it, and what waited for it hears nothing more. */
function sendAll(sql: ReservedSql, statements: readonly Statement[]) {
  const send = ({ text, parameters }: Statement) => sql.unsafe(text, parameters).execute();
  const sent = statements.map(send);
  return Promise.race([Promise.allSettled(sent), untilBroken(sent)]);
}

/** Rejects as soon as a statement finds its connection broken. */
function untilBroken(sent: readonly PromiseLike<unknown>[]): Promise<never> {
  return new Promise((_, reject) => {
    for (const one of sent) one.then(undefined, (error) => isBroken(error) && reject(error));
  });
}

/** Codes of the driver and of the socket. Postgres answers, but for what it ends a connection with. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "PostgresError") return "severity" in error && error.severity === "FATAL";
  return /^(CONNECT|E[A-Z])/.test("code" in error ? String(error.code) : "");
}
