import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asKeeper } from "@/lib/db/as-keeper";
import { asUser } from "@/lib/db/as-user";
import { fillEveryTable } from "../world/database/fill-every-table";
import { clerkUser } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";

const database = setUpDatabase();
const [anna, ben] = [clerkUser("anna"), clerkUser("ben")];

/** Every table of ours that has a `user_id`, from the catalogue itself. */
async function listUserTables(): Promise<string[]> {
  const rows = await database().sql`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND a.attname = 'user_id' AND NOT a.attisdropped ORDER BY 1`;
  return rows.map(({ name }) => String(name));
}

test("every table with a user_id has FORCE, a policy with USING and WITH CHECK, and refuses an empty user", async () => {
  const tables = await listUserTables();
  expect(tables).toEqual([
    "api_key_events",
    "api_keys",
    "assistant_actions",
    "assistant_messages",
    "assistant_runs",
    "assistant_suggestions",
    "assistant_threads",
    "data_keys",
    "integrations",
    "model_prices",
    "notices",
    "onboarding_data",
    "onboarding_sessions",
    "post_analyses",
    "post_checkpoints",
    "post_events",
    "post_versions",
    "posts",
    "publications",
    "setup_runs",
    "usage_events",
    "user_settings",
  ]);
  for (const table of tables) {
    const [flags] = await database().sql`
      SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = ${table}::regclass`;
    expect(flags, table).toEqual({ relrowsecurity: true, relforcerowsecurity: true });
    const policies = await database().sql`
      SELECT polqual IS NOT NULL AS using, polwithcheck IS NOT NULL AS checked, polcmd FROM pg_policy
      WHERE polrelid = ${table}::regclass AND polname = ${`${table}_own_rows`}`;
    expect(policies, table).toEqual([{ using: true, checked: true, polcmd: "*" }]);
    const [column] = await database().sql`
      SELECT a.attnotnull AS required, EXISTS (
        SELECT 1 FROM pg_constraint c WHERE c.conrelid = a.attrelid AND c.contype = 'c'
          AND pg_get_constraintdef(c.oid) LIKE '%user_id <> ''''%') AS checked
      FROM pg_attribute a WHERE a.attrelid = ${table}::regclass AND a.attname = 'user_id'`;
    expect(column, table).toEqual({ required: true, checked: true });
  }
});

test("alwrity_app without a user sees no row of any table, with a user only that user's", async () => {
  for (const user of [anna, ben]) await fillEveryTable(user);
  for (const table of await listUserTables()) {
    const [all] = await database()
      .sql`SELECT count(DISTINCT user_id)::int AS users FROM ${database().sql(table)}`;
    expect(all?.users, `${table} holds rows of both`).toBe(2);
    for (const setting of [null, "", "user_clerk_nobody"])
      expect(await countAs(table, setting), table).toBe(0);
    const own = await asUser(anna, (tx) =>
      tx.execute(sql`SELECT DISTINCT user_id FROM ${sql.identifier(table)}`),
    );
    expect([...own], table).toEqual([{ user_id: anna }]);
  }
});

test("a user can write, move or delete no row of another", async () => {
  for (const table of await listUserTables()) {
    const name = sql.identifier(table);
    const deletes = asUser(anna, (tx) =>
      tx.execute(sql`DELETE FROM ${name} WHERE user_id = ${ben} RETURNING 1`),
    );
    expect(
      await deletes.then(
        (rows) => rows.length,
        () => 0,
      ),
      table,
    ).toBe(0);
    const moves = asUser(anna, (tx) => tx.execute(sql`UPDATE ${name} SET user_id = ${ben}`));
    await expect(moves, table).rejects.toThrow(/42501/);
    const steals = asUser(anna, (tx) =>
      tx.execute(sql`UPDATE ${name} SET user_id = ${anna} WHERE user_id = ${ben} RETURNING 1`),
    );
    expect(
      await steals.then(
        (rows) => rows.length,
        () => 0,
      ),
      table,
    ).toBe(0);
  }
  const [left] = await database()
    .sql`SELECT count(*)::int AS rows FROM api_keys WHERE user_id = ${ben}`;
  expect(left?.rows).toBe(2);
});

test("a key row cannot point at another user's session or data key", async () => {
  const [bens] = await database().sql`SELECT id FROM onboarding_sessions WHERE user_id = ${ben}`;
  const [annas] = await database().sql`SELECT id FROM data_keys WHERE user_id = ${anna}`;
  const insert = asUser(anna, (tx) =>
    tx.execute(sql`
      INSERT INTO api_keys (id, session_id, user_id, provider, key, version, data_key_id, masked, status, saved_at)
      VALUES (gen_random_uuid(), ${bens?.id}, ${anna}, 'other', '\\x01', 1, ${annas?.id}, '', 'valid', now())`),
  );
  await expect(insert).rejects.toThrow(/23503/);
});

async function countAs(table: string, user: string | null): Promise<number> {
  return database().sql.begin(async (tx) => {
    await tx`SELECT set_config('role', 'alwrity_app', true)`;
    if (user !== null) await tx`SELECT set_config('app.user_id', ${user}, true)`;
    const [row] = await tx`SELECT count(*)::int AS rows FROM ${tx(table)}`;
    return Number(row?.rows);
  });
}

test("the keeper sees whose runs are open, and nothing that is in them; without its role nobody does", async () => {
  const keeper = (text: string) => asKeeper([{ text, parameters: [] }]);
  const [rows = []] = await keeper("SELECT id, user_id, status FROM posts");
  expect(new Set(rows.map((row) => row.user_id))).toEqual(new Set([anna, ben]));
  for (const table of await listUserTables())
    await expect(keeper(`SELECT * FROM ${table}`), table).rejects.toThrow(/42501/);
  await expect(keeper("SELECT topic FROM posts")).rejects.toThrow(/42501/);
  await expect(keeper("SELECT data FROM post_checkpoints")).rejects.toThrow(/42501/);
  await expect(keeper("UPDATE posts SET status = 'ready'")).rejects.toThrow(/42501/);
  await expect(keeper("DELETE FROM posts")).rejects.toThrow(/42501/);
});
