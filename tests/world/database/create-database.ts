import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { makeTemplate } from "./make-template";

/** A migrated database of a suite's own. `sql` is a superuser's connection to it. */
export type TestDatabase = { url: string; sql: postgres.Sql; drop: () => Promise<void> };

/**
 * Makes a database with a random name on the Postgres of this run, or on `serverUrl`, as a copy of a
 * migrated one; with the tables of the workflow engine where a production server is to work on it.
 */
export async function createDatabase({
  serverUrl = inject("postgresUrl"),
  engine = false,
} = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = await makeTemplate(serverUrl, engine);
  const admin = postgres(serverUrl, { max: 1, connect_timeout: 180, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const sql = postgres(url, { max: 4, connect_timeout: 180, onnotice: () => {} });
  const drop = async () => {
    await sql.end({ timeout: 1 });
    await admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end({ timeout: 1 });
  };
  return { url, sql, drop };
}
