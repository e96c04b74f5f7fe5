import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { migrate } from "@/lib/db/migrate";

const serverUrl = inject("postgresUrl");

async function withEmptyDatabase(
  owner: string | null,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` });
  if (owner) {
    await admin.unsafe(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'p'`);
    Object.assign(url, { username: owner, password: "p" });
  }
  await admin.unsafe(`CREATE DATABASE ${name} ${owner ? `OWNER ${owner}` : ""}`);
  try {
    await work(url.href);
  } finally {
    await admin.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
    if (owner) await admin.unsafe(`DROP ROLE ${owner}`);
    await admin.end();
  }
}

test("eight deploys that migrate at once take turns, and a repeated migration changes nothing", async () => {
  await withEmptyDatabase(null, async (url) => {
    await Promise.all(Array.from({ length: 8 }, () => migrate(url)));
    const sql = postgres(url, { max: 1 });
    const [applied] =
      await sql`SELECT count(*)::int AS n, count(DISTINCT hash)::int AS kinds FROM drizzle.__drizzle_migrations`;
    expect(applied?.n).toBe(applied?.kinds);
    await sql.end();
  });
});

test("an owner that is no superuser migrates, and is held to the policies itself", async () => {
  await withEmptyDatabase(`owner_${randomBytes(4).toString("hex")}`, async (url) => {
    await grantRole(url);
    await migrate(url);
    const sql = postgres(url, { max: 1 });
    await sql`INSERT INTO onboarding_sessions (user_id) VALUES ('somebody')`.then(
      () => expect.unreachable("the owner wrote a row past the policy"),
      (error: unknown) => expect(error).toMatchObject({ code: "42501" }),
    );
    const rows = await sql.begin((tx) => [
      tx`SELECT set_config('role', 'alwrity_app', true), set_config('app.user_id', 'somebody', true)`,
      tx`INSERT INTO onboarding_sessions (user_id) VALUES ('somebody') RETURNING user_id`,
      tx`SELECT user_id FROM onboarding_sessions`,
    ]);
    expect(rows[2]).toEqual([{ user_id: "somebody" }]);
    expect(await sql`SELECT 1 FROM onboarding_sessions`).toHaveLength(0);
    await sql.end();
  });
});

/** Where the cluster-wide role exists already, its maker must admit the new owner. */
async function grantRole(url: string): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`GRANT alwrity_app TO ${new URL(url).username}`);
  await admin.end();
}
