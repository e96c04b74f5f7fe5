import "server-only";
import path from "node:path";
import { runMigrations } from "graphile-worker";
import type postgres from "postgres";
import { changeSchema } from "./change-schema";
import { orderEngineEvents } from "./order-engine-events";

const ENGINE_LOCK = 4_711_002;
/** Where the engine keeps its migrations, from this project's folder. */
export const ENGINE_MIGRATIONS = "node_modules/@workflow/world-postgres/src/drizzle/migrations";
const SCHEMAS = ["workflow", "graphile_worker"];

/**
 * Makes the tables of the workflow engine in the same database, for servers of one's own: Vercel has
 * its engine elsewhere, and a laptop in files. The same as the package's own `bootstrap` does,
 * and the order of events that servers beside each other need.
 *
 * @param url connection string of a role that may create schemas.
 * @param appUrl connection string the application will use; its role may use them.
 */
export async function migrateEngine(url: string, appUrl: string = url): Promise<void> {
  await changeSchema(url, appUrl, {
    lock: ENGINE_LOCK,
    folder: path.join(process.cwd(), ENGINE_MIGRATIONS),
    table: "workflow_migrations",
    schema: "workflow_drizzle",
    also: async (sql) => {
      await runMigrations({ connectionString: url });
      await orderEngineEvents(sql);
    },
    admit: admitRole,
  });
}

/** The engine works as the application's role, which need not own its tables. */
async function admitRole(sql: postgres.Sql, role: string): Promise<void> {
  for (const schema of SCHEMAS) {
    await sql`GRANT USAGE ON SCHEMA ${sql(schema)} TO ${sql(role)}`;
    await sql`GRANT ALL ON ALL TABLES IN SCHEMA ${sql(schema)} TO ${sql(role)}`;
    await sql`GRANT ALL ON ALL SEQUENCES IN SCHEMA ${sql(schema)} TO ${sql(role)}`;
    await sql`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${sql(schema)} TO ${sql(role)}`;
  }
}
