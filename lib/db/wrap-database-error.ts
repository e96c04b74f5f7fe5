import "server-only";
import { AppError } from "../errors";

/** A statement that failed. It carries the SQLSTATE and names, never parameter values. */
export class DatabaseError extends Error {
  readonly sqlState: string;
  readonly constraint: string | undefined;
  constructor(sqlState: string, constraint?: string) {
    super(`Database error ${sqlState}${constraint ? ` on ${constraint}` : ""}`);
    this.name = "DatabaseError";
    this.sqlState = sqlState;
    this.constraint = constraint;
  }
}

/** Codes of the driver, of the socket, and SQLSTATE classes 08, 53 and 57: nobody is there to ask. */
const AWAY =
  /^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOSTUNREACH|CONNECT|CONNECTION_|08|53|57P|3D000|28)/;

/** What the database answers for a user whose account was deleted. */
const ERASED = "AL401";

/**
 * Runs a piece of database work and replaces what the driver throws: drizzle and postgres.js put
 * parameter values, and so secrets, into their errors.
 */
export async function wrapDatabaseError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translate(error);
  }
}

function translate(error: unknown): unknown {
  if (error instanceof AggregateError) return translate(error.errors[0]);
  if (!(error instanceof Error)) return error;
  if (isQueryError(error))
    return error.cause ? translate(error.cause) : new DatabaseError("unknown");
  const { code, constraint } = readFacts(error);
  if (code === ERASED) return new AppError("unauthenticated");
  if (AWAY.test(code)) return new AppError("vault_unavailable");
  return error.name === "PostgresError" ? new DatabaseError(code, constraint) : error;
}

/** By shape, not by class: every bundle has classes of its own, and the pool is shared between them. */
function isQueryError(error: Error): boolean {
  return "query" in error && "params" in error;
}

function readFacts(error: Error): { code: string; constraint: string | undefined } {
  const constraint = "constraint_name" in error ? String(error.constraint_name) : undefined;
  return { code: "code" in error ? String(error.code) : "", constraint };
}
