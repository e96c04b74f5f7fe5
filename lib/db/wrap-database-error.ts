import "server-only";
import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";
import { AppError } from "../errors";

/** A statement that failed. It carries the SQLSTATE and names, never parameter values. */
export class DatabaseError extends Error {
  readonly sqlState: string;
  readonly constraint: string | undefined;
  constructor(sqlState: string, constraint: string | undefined) {
    super(`Database error ${sqlState}${constraint ? ` on ${constraint}` : ""}`);
    this.name = "DatabaseError";
    this.sqlState = sqlState;
    this.constraint = constraint;
  }
}

/** Codes of the driver, of the socket, and SQLSTATE classes 08, 53 and 57: nobody is there to ask. */
const AWAY =
  /^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOSTUNREACH|CONNECT|CONNECTION_|08|53|57P|3D000|28)/;

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
  const driverError = findDriverError(error);
  if (!driverError) return error;
  if (AWAY.test(driverError.code)) return new AppError("vault_unavailable");
  return new DatabaseError(driverError.code, driverError.constraint);
}

type DriverError = { code: string; constraint: string | undefined };

/** The driver's or the socket's error, wherever drizzle put it; undefined for errors of our own. */
function findDriverError(error: unknown): DriverError | undefined {
  if (error instanceof AggregateError) return findDriverError(error.errors[0]);
  if (error instanceof DrizzleQueryError) return findDriverError(error.cause);
  if (error instanceof postgres.PostgresError)
    return { code: error.code, constraint: error.constraint_name };
  if (!(error instanceof Error) || !("code" in error) || !AWAY.test(String(error.code)))
    return undefined;
  return { code: String(error.code), constraint: undefined };
}
