import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres from "postgres";
import { expect, inject, test } from "vitest";

const FOLDER = "drizzle/migrations";
const { entries }: { entries: { tag: string }[] } = JSON.parse(
  readFileSync(`${FOLDER}/meta/_journal.json`, "utf8"),
);

/** A database as it was before a migration, and the migration as something to be called. */
async function before(tag: string, work: (sql: postgres.Sql, run: () => Promise<void>) => unknown) {
  const serverUrl = inject("postgresUrl");
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  const name = `test_${randomBytes(6).toString("hex")}`;
  await admin.unsafe(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const apply = async (one: string) => {
    for (const part of readFileSync(`${FOLDER}/${one}.sql`, "utf8").split(
      "--> statement-breakpoint",
    ))
      await sql.unsafe(part);
  };
  try {
    const at = entries.findIndex((entry) => entry.tag === tag);
    for (const entry of entries.slice(0, at)) await apply(entry.tag);
    await work(sql, () => apply(tag));
  } finally {
    await sql.end();
    await admin.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

test("rows that hold no amount of money are repaired when the ledger becomes exact, and refused from then on", async () => {
  await before("0020_exact_ledger", async (sql, migrate) => {
    const rows = [
      ["gemini", "settled", "0.000012"],
      ["exa", "settled", "0.007"],
      ["gemini", "estimated", "0.01"],
      ["gemini", "settled", "NaN"],
      ["gemini", "settled", "-1"],
    ];
    for (const [provider = "", status = "", usd = ""] of rows)
      await sql`INSERT INTO usage_events (user_id, provider, operation, status, input_tokens, cost_usd)
        VALUES ('u', ${provider}, 'plan', ${status}, 7, ${usd}::numeric)`;
    await sql`INSERT INTO posts (user_id, topic, title, request, request_hash, cost_usd)
      VALUES ('u', 't', 't', '{}', 'h', 'NaN')`;
    await migrate();
    const repaired =
      await sql`SELECT cost_usd::float8 AS usd, cost_basis FROM usage_events ORDER BY 1`;
    expect(repaired.map(({ usd, cost_basis }) => [usd, cost_basis])).toEqual([
      [0.000012, "priced"],
      [0.007, "provider"],
      [0.01, "estimated"],
      [null, "unpriced"],
      [null, "unpriced"],
    ]);
    expect(await sql`SELECT cost_usd::float8 AS usd FROM posts`).toEqual([{ usd: 0 }]);
    const bad = [
      "cost_usd = 'NaN'",
      "cost_usd = -0.01",
      "cost_usd = NULL",
      "cost_basis = 'unpriced', cost_usd = 0",
      "cost_basis = 'guessed'",
      "input_tokens = -1",
      "output_tokens = -1",
      "cached_tokens = input_tokens + 1",
    ];
    for (const change of bad)
      await expect(
        sql.unsafe(`UPDATE usage_events SET ${change} WHERE cost_basis = 'priced'`),
        change,
      ).rejects.toMatchObject({ code: "23514" });
    const price = sql`INSERT INTO model_prices VALUES ('u', 'm', 'NaN', 0, 0)`;
    await expect(price).rejects.toMatchObject({ code: "23514" });
    for (const table of ["usage_events", "posts", "model_prices"])
      expect(
        await sql`SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid = ${table}::regclass`,
      ).toEqual([{ forced: true }]);
  });
});
