import "server-only";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyFolder } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { openPool } from "./connect";

/** Any number will do, as long as every deploy takes the same one. */
const MIGRATION_LOCK = 4_711_001;

/**
 * Applies the migrations under an advisory lock, so that two deploys at once take turns.
 *
 * @param url connection string of a role that may create tables and roles.
 * @param appUrl connection string the application will use; its role is let into both of ours.
 */
export async function migrate(url: string, appUrl: string = url): Promise<void> {
  const sql = openPool(url, 1);
  try {
    await sql`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyFolder(drizzle(sql), {
      migrationsFolder: path.join(process.cwd(), "drizzle/migrations"),
    });
    await admitRole(sql, decodeURIComponent(new URL(appUrl).username));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function admitRole(sql: postgres.Sql, role: string): Promise<void> {
  const [found] = await sql`
    SELECT rolname = current_user AS self FROM pg_roles WHERE rolname = ${role}`;
  if (found && !found.self) await sql`GRANT alwrity_app, alwrity_keeper TO ${sql(role)}`;
}
