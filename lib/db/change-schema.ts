import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { openPool } from "./connect";

/** A change of the schema: under which lock, by which folder of migrations, and who may use the result. */
export type SchemaChange = {
  /** Any number will do, as long as every deploy takes the same one for the same folder. */
  lock: number;
  /** Absolute, and made of literals where it is given: the framework ships what it can read there. */
  folder: string;
  table?: string;
  schema?: string;
  /** What else is made, under the same lock. */
  also?: (sql: postgres.Sql) => Promise<void>;
  /** Lets a role other than the owner use what was made. */
  admit: (sql: postgres.Sql, role: string) => Promise<void>;
};

/**
 * Applies a folder of migrations under an advisory lock, so that two deploys at once take turns.
 *
 * @param url connection string of a role that may create what the folder creates.
 * @param appUrl connection string that the application will use; its role is let in.
 */
export async function changeSchema(
  url: string,
  appUrl: string,
  { lock, folder, table, schema, also, admit }: SchemaChange,
): Promise<void> {
  const sql = openPool(url, 1);
  try {
    await sql`SELECT pg_advisory_lock(${lock})`;
    await migrate(drizzle(sql), {
      migrationsFolder: folder,
      ...(table ? { migrationsTable: table } : {}),
      ...(schema ? { migrationsSchema: schema } : {}),
    });
    await also?.(sql);
    const role = decodeURIComponent(new URL(appUrl).username);
    const [found] = await sql`
      SELECT rolname = current_user AS self FROM pg_roles WHERE rolname = ${role}`;
    if (found && !found.self) await admit(sql, role);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
