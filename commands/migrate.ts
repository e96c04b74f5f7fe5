/**
 * `npm run db:migrate`: applies the migrations to `DATABASE_URL`, or to the embedded Postgres. On Vercel a
 * preview leaves the database alone, which may be the one that testers use, unless `MIGRATE_PREVIEWS` is set.
 */
import nextEnv from "@next/env";
import { type EmbeddedServer, startEmbedded } from "@/lib/db/embedded/start-embedded";
import { migrate } from "@/lib/db/migrate";
import { migrateEngine } from "@/lib/db/migrate-engine";
import { currentEnv, readVar } from "@/lib/env";

nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error });
const env = currentEnv();
if (isPreview()) {
  console.log(
    "A preview migrates no database: set MIGRATE_PREVIEWS=true if it has one of its own.",
  );
  process.exit(0);
}
const given = readVar(env, "DATABASE_URL");
let server: EmbeddedServer | undefined;

try {
  server = given ? undefined : await startEmbedded();
  const url = given ?? server?.url ?? "";
  const owner = readVar(env, "MIGRATION_DATABASE_URL") ?? url;
  await migrate(owner, url);
  if (given && !readVar(env, "VERCEL")) await migrateEngine(owner, url);
  console.log(`The database is up to date${given ? "" : " (embedded, in .data/)"}.`);
} catch (error) {
  console.error("The migrations were not applied:", error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (server?.started) await server.stop();
}

function isPreview(): boolean {
  const isOther = readVar(env, "VERCEL") && readVar(env, "VERCEL_ENV") !== "production";
  return Boolean(isOther) && readVar(env, "MIGRATE_PREVIEWS") !== "true";
}
