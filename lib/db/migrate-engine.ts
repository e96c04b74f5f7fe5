import "server-only";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyFolder } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import type postgres from "postgres";
import { openPool } from "./connect";

/** Any number will do, as long as every deploy takes the same one, and it is not that of `migrate`. */
const ENGINE_LOCK = 4_711_002;
const FOLDER = "node_modules/@workflow/world-postgres/src/drizzle/migrations";
const SCHEMAS = ["workflow", "graphile_worker"];

/**
 * Makes the tables of the workflow engine in the same database, for servers of one's own: Vercel has
 * its engine elsewhere, and a laptop in files. The same as the package's own `bootstrap` does.
 *
 * @param url connection string of a role that may create schemas.
 * @param appUrl connection string the application will use; its role may use them.
 */
export async function migrateEngine(url: string, appUrl: string = url): Promise<void> {
  const sql = openPool(url, 1);
  try {
    await sql`SELECT pg_advisory_lock(${ENGINE_LOCK})`;
    await applyFolder(drizzle(sql), {
      migrationsFolder: path.join(process.cwd(), FOLDER),
      migrationsTable: "workflow_migrations",
      migrationsSchema: "workflow_drizzle",
    });
    await runMigrations({ connectionString: url });
    await admitRole(sql, decodeURIComponent(new URL(appUrl).username));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The engine works as the application's role, which need not own its tables. */
async function admitRole(sql: postgres.Sql, role: string): Promise<void> {
  const [found] = await sql`
    SELECT rolname = current_user AS self FROM pg_roles WHERE rolname = ${role}`;
  if (!found || found.self) return;
  for (const schema of SCHEMAS) {
    await sql`GRANT USAGE ON SCHEMA ${sql(schema)} TO ${sql(role)}`;
    await sql`GRANT ALL ON ALL TABLES IN SCHEMA ${sql(schema)} TO ${sql(role)}`;
    await sql`GRANT ALL ON ALL SEQUENCES IN SCHEMA ${sql(schema)} TO ${sql(role)}`;
    await sql`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${sql(schema)} TO ${sql(role)}`;
  }
}
