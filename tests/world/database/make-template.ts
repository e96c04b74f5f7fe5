import postgres from "postgres";
import { hashFiles } from "@/commands/hash-files";
import { migrate } from "@/lib/db/migrate";
import { migrateEngine } from "@/lib/db/migrate-engine";
import { waitUntil } from "../wait-until";

const TEMPLATE_LOCK = 4_711_900;
/** What a migrated database is made of: our migrations, what applies them, and the engine's version. */
const SOURCES = ["drizzle/migrations", "lib/db", "package-lock.json"];

/**
 * The name of a migrated database to copy others from, made when it is not there. It is named after
 * what it is made of, so it outlives a run and is never behind a migration.
 *
 * @param engine with the tables of the workflow engine.
 */
export async function makeTemplate(serverUrl: string, engine: boolean): Promise<string> {
  const kind = engine ? "migrated_engine" : "migrated_plain";
  const name = `${kind}_${hashFiles(SOURCES).slice(0, 16)}`;
  const admin = postgres(serverUrl, { max: 1, connect_timeout: 180, onnotice: () => {} });
  try {
    await admin`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`;
    const made = await admin`SELECT datname FROM pg_database WHERE starts_with(datname, ${kind})`;
    if (made.some(({ datname }) => datname === name)) return name;
    for (const { datname } of made) await admin.unsafe(`DROP DATABASE ${datname} WITH (FORCE)`);
    await fill(admin, serverUrl, name, engine);
    return name;
  } finally {
    await admin.end({ timeout: 1 });
  }
}

/** Under another name until it is whole: a kill leaves no half template that others are copied from. */
async function fill(
  admin: postgres.Sql,
  serverUrl: string,
  name: string,
  engine: boolean,
): Promise<void> {
  const draft = `draft_${name}`;
  await admin.unsafe(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await admin.unsafe(`CREATE DATABASE ${draft}`);
  const url = Object.assign(new URL(serverUrl), { pathname: `/${draft}` }).href;
  await migrate(url);
  if (engine) await migrateEngine(url);
  // Connections that are being closed are waited for: one that is ended instead would say so in nobody's test.
  await waitUntil("the end of the migrations", async () => {
    const open = await admin`SELECT 1 FROM pg_stat_activity WHERE datname = ${draft}`;
    return open.length === 0;
  });
  await admin.unsafe(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}
