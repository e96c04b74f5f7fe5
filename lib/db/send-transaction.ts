import "server-only";
import type { Row } from "postgres";
import { connect } from "./connect";

/** One parameterised statement. */
export type Statement = { text: string; parameters: (string | number | null)[] };

const BEGIN: Statement = { text: "BEGIN", parameters: [] };
const COMMIT: Statement = { text: "COMMIT", parameters: [] };

/**
 * Runs statements as one transaction and sends all of it at once, its beginning and its end too: one
 * round trip, where a statement may not depend on another's result. When one fails none holds, since
 * Postgres takes the end of a failed transaction for a rollback.
 *
 * @returns the rows of each statement.
 * @throws what the first statement that failed was answered.
 */
export async function sendTransaction(statements: readonly Statement[]): Promise<Row[][]> {
  const sql = await connect().reserve();
  const send = ({ text, parameters }: Statement) => sql.unsafe(text, parameters).execute();
  const sent = [BEGIN, ...statements, COMMIT].map(send);
  // A connection that breaks is let go of by its pool, and what waited for it hears nothing more.
  const ends = await Promise.race([Promise.allSettled(sent), untilBroken(sent)]);
  sql.release();
  const rows = ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
  return rows.slice(1, -1);
}

/** Rejects as soon as a statement finds its connection broken. */
function untilBroken(sent: readonly PromiseLike<unknown>[]): Promise<never> {
  return new Promise((_, reject) => {
    for (const one of sent) one.then(undefined, (error) => isBroken(error) && reject(error));
  });
}

/** Codes of the driver and of the socket; those of Postgres are answers. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === "PostgresError") return false;
  return /^(CONNECT|E[A-Z])/.test("code" in error ? String(error.code) : "");
}
