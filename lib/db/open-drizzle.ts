import "server-only";
import { PgDialect } from "drizzle-orm/pg-core";
import {
  type PostgresJsDatabase,
  PostgresJsSession,
  PostgresJsTransaction,
} from "drizzle-orm/postgres-js";
import type { TransactionSql } from "postgres";

/** A transaction in which only one user's rows exist. */
export type UserTransaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

const dialect = new PgDialect();

/** As drizzle opens a transaction itself; its types name the pool where it takes one. */
export function openDrizzle(sql: TransactionSql): UserTransaction {
  const session = new PostgresJsSession(sql as never, dialect, undefined, {});
  return new PostgresJsTransaction(dialect, session, undefined) as never;
}
