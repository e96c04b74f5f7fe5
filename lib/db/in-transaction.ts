import "server-only";
import type { TransactionSql } from "postgres";
import { beginAgain, wasCut } from "./begin-again";
import { connect } from "./connect";

/**
 * Runs `work` in a transaction. Where its connection breaks meanwhile, nothing more is said on it: the
 * driver would write the end of the transaction on a socket that is gone, which ends the process. It
 * rejects by itself once the connection is closed. (Nor is a connection reserved instead: a reservation that
 * the driver refuses stays in its queue, and is given the next connection that opens, for good.)
 *
 * @throws what `work` throws; then nothing of it holds.
 */
export async function inTransaction<T>(work: (sql: TransactionSql) => Promise<T>): Promise<T> {
  const { value } = await beginAgain((begun) =>
    connect().begin(async (sql) => {
      begun();
      try {
        return { value: await work(sql) };
      } catch (error) {
        if (wasCut(error)) await new Promise(() => {});
        throw error;
      }
    }),
  );
  return value;
}

/**
 * The values of what was asked for together. Of several that have failed, the one whose connection was cut says why:
 * behind it nothing can be sent.
 */
export async function settleAll<T extends readonly unknown[]>(
  asked: { [Index in keyof T]: PromiseLike<T[Index]> },
): Promise<T> {
  const ends = await Promise.allSettled(asked);
  const failures = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  if (failures.length > 0) throw failures.find(wasCut) ?? failures[0];
  return ends.map((end) => ("value" in end ? end.value : undefined)) as unknown as T;
}
