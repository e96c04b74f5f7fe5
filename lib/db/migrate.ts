import "server-only";
import path from "node:path";
import { changeSchema } from "./change-schema";

const MIGRATION_LOCK = 4_711_001;

/**
 * Makes our tables, or brings them up to date.
 *
 * @param url connection string of a role that may create tables and roles.
 * @param appUrl connection string the application will use; its role is let into ours.
 */
export async function migrate(url: string, appUrl: string = url): Promise<void> {
  await changeSchema(url, appUrl, {
    lock: MIGRATION_LOCK,
    folder: path.join(process.cwd(), "drizzle/migrations"),
    admit: async (sql, role) => {
      await sql`
        GRANT alwrity_app, alwrity_keeper, alwrity_rotator, alwrity_eraser, alwrity_accountant
        TO ${sql(role)}`;
    },
  });
}
