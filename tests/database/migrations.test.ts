import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";
import { migrate } from "@/lib/db/migrate";

const serverUrl = inject("postgresUrl");

async function withEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` });
  await admin.unsafe(`CREATE DATABASE ${name}`);
  try {
    await work(url.href);
  } finally {
    await admin.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

test("eight deploys that migrate at once take turns, and a repeated migration changes nothing", async () => {
  await withEmptyDatabase(async (url) => {
    await Promise.all(Array.from({ length: 8 }, () => migrate(url)));
    const sql = postgres(url, { max: 1 });
    const [applied] =
      await sql`SELECT count(*)::int AS n, count(DISTINCT hash)::int AS kinds FROM drizzle.__drizzle_migrations`;
    expect(applied?.n).toBe(applied?.kinds);
    await sql.end();
  });
});

test("a hosted owner that is no superuser makes the role, takes it, and is held to the policies", async () => {
  const home = mkdtempSync(path.join(tmpdir(), "alwrity-cluster-"));
  const cluster = await startEmbedded(home, ["fsync=off"]);
  const url = await createHostedDatabase(cluster.url);
  await migrate(url);
  await migrate(url);
  const sql = postgres(url, { max: 1 });
  await expect(
    sql`INSERT INTO onboarding_sessions (user_id) VALUES ('somebody')`,
  ).rejects.toMatchObject({
    code: "42501",
  });
  const rows = await sql.begin((tx) => [
    tx`SELECT set_config('role', 'alwrity_app', true), set_config('app.user_id', 'somebody', true)`,
    tx`INSERT INTO onboarding_sessions (user_id) VALUES ('somebody') RETURNING user_id`,
    tx`SELECT user_id FROM onboarding_sessions`,
  ]);
  expect(rows[2]).toEqual([{ user_id: "somebody" }]);
  expect(await sql`SELECT 1 FROM onboarding_sessions`).toHaveLength(0);
  expect(await sql`SELECT * FROM resolve_api_keys('somebody')`).toHaveLength(0);
  await sql.end();
  await cluster.stop();
  rmSync(home, { recursive: true });
});

/** A database of a role as hosted Postgres gives it, on a cluster where `alwrity_app` does not exist yet. */
async function createHostedDatabase(clusterUrl: string): Promise<string> {
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe("CREATE ROLE hosted LOGIN CREATEROLE PASSWORD 'p'");
  await admin.unsafe("CREATE DATABASE hosted OWNER hosted");
  await admin.end();
  return Object.assign(new URL(clusterUrl), {
    username: "hosted",
    password: "p",
    pathname: "/hosted",
  }).href;
}
