import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { eraseAccount } from "@/lib/account/erase-account";
import { exportAccount } from "@/lib/account/export-account";
import { isErased } from "@/lib/auth/is-erased";
import type { UserId } from "@/lib/auth/user-id";
import { asEraser } from "@/lib/db/as-eraser";
import { asUser } from "@/lib/db/as-user";
import { resolveApiKeys } from "@/lib/keys/resolve-api-keys";
import { dumpEverything } from "../world/database/dump-database";
import { fillEveryTable } from "../world/database/fill-every-table";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { scaled } from "../world/scale";

const database = setUpDatabase();
const [anna, ben] = [clerkUser("anna"), clerkUser("ben")];

/** Every table with a `user_id`, and how many rows of a user are in it, asked independently. */
async function countRows(user: string): Promise<Record<string, number>> {
  const tables = await database().sql`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'user_id' ORDER BY 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database().sql`
      SELECT count(*)::int AS n FROM ${database().sql(name)} WHERE user_id = ${user}`;
    counts[name] = Number(row?.n);
  }
  return counts;
}

async function exportJson(user: UserId) {
  let text = "";
  for await (const piece of exportAccount(user)) text += piece;
  return { text, json: JSON.parse(text) };
}

/** Everything of a user that is sealed or wrapped, in hexadecimal, in pieces of 16 bytes. */
async function listCiphertexts(user: string): Promise<string[]> {
  const rows = await database().sql`
    SELECT encode(key, 'hex') AS hex FROM api_keys WHERE user_id = ${user}
    UNION ALL SELECT encode(wrapped_key, 'hex') FROM data_keys WHERE user_id = ${user}`;
  return rows.flatMap(({ hex }) => String(hex).match(/.{32}/g) ?? []);
}

test("the export holds every row of every table of the user, nothing that is sealed, and nobody else's", async () => {
  for (const user of [anna, ben]) await fillEveryTable(user);
  await asUser(anna, (tx) =>
    tx.execute(sql`
      INSERT INTO post_events (post_id, seq, user_id, type, data)
      SELECT id, n, ${anna}, 'query', jsonb_build_object('n', n, 'text', E'a "quote"\n') FROM posts, generate_series(2, 457) n`),
  );
  const counts = await countRows(anna);
  expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  const { text, json } = await exportJson(anna);
  const exported = Object.entries<unknown[]>(json.tables).map(([name, rows]) => [
    name,
    rows.length,
  ]);
  expect(Object.fromEntries(exported)).toEqual(counts);
  expect(json.tables.post_events.map(({ seq }: { seq: number }) => seq)).toEqual(
    Array.from({ length: 457 }, (_, at) => at + 1),
  );
  expect(json.omitted).toEqual(
    expect.arrayContaining(["api_keys.key", "data_keys.wrapped_key", "integrations.secret"]),
  );
  expect(text).not.toContain(ben);
  const hidden = [...(await listCiphertexts(anna)), `g-${anna}`, `e-${anna}`];
  expect(hidden.length).toBeGreaterThan(10);
  for (const secret of hidden) expect(text).not.toContain(secret);
  expect((await exportJson(clerkUser("nobody"))).json.tables.posts).toEqual([]);
});

test("the eraser may delete from every table with a user_id, one user's rows, and can bring nobody back", async () => {
  for (const table of Object.keys(await countRows(ben))) {
    const [right] = await database().sql`
      SELECT has_table_privilege('alwrity_eraser', ${table}, 'DELETE') AS granted`;
    expect(right, table).toEqual({ granted: true });
    const foreign = await asEraser(anna, (tx) =>
      tx.execute(sql`SELECT 1 FROM ${sql.identifier(table)} WHERE user_id = ${ben}`),
    );
    expect(foreign, table).toHaveLength(0);
  }
  for (const text of ["DELETE FROM erased_users", "UPDATE erased_users SET erased_at = now()"])
    await expect(
      asEraser(anna, (tx) => tx.execute(sql.raw(text))),
      text,
    ).rejects.toThrow(/42501/);
  await expect(asUser(anna, (tx) => tx.execute(sql`DELETE FROM usage_events`))).rejects.toThrow(
    /42501/,
  );
});

test("after an erasure nothing of the user is in a dump, nothing can be written, and others have all of theirs", async () => {
  const [ciphertexts, others] = [await listCiphertexts(anna), await countRows(ben)];
  expect(await isErased(anna)).toBe(false);
  expect(await eraseAccount(anna)).toBeGreaterThan(450);
  expect(await isErased(anna)).toBe(true);
  const dump = await dumpEverything(database().sql);
  expect(dump).toContain(ben);
  for (const trace of [anna, ...ciphertexts]) expect(dump).not.toContain(trace);
  expect(await countRows(ben)).toEqual(others);

  const refused = { code: "unauthenticated" };
  await expect(saveKeyDirectly(anna, { gemini: "g-again" })).rejects.toMatchObject(refused);
  await expect(resolveApiKeys(anna)).rejects.toMatchObject(refused);
  await expect(asUser(anna, async () => "anything")).rejects.toMatchObject(refused);
  expect(await eraseAccount(anna)).toBe(0);
  expect(Object.values(await countRows(anna)).every((count) => count === 0)).toBe(true);
});

test("whatever is being written while an account is erased, no row outlives it", async () => {
  for (let round = 0; round < scaled(100); round += 1) {
    const user = clerkUser(`racing_${round}`);
    let erased = false;
    const write = async () => {
      while (!erased)
        await saveKeyDirectly(user, { gemini: "g-1", exa: "e-1" }).catch((error: unknown) => {
          if (!(error instanceof Error && "code" in error && error.code === "unauthenticated"))
            throw error;
        });
    };
    const writers = [write(), write(), write(), write()];
    await asUser(user, (tx) =>
      tx.execute(sql`INSERT INTO user_settings (user_id) VALUES (${user})`),
    );
    await eraseAccount(user);
    erased = true;
    await Promise.all(writers);
    expect(Object.values(await countRows(user)).every((count) => count === 0)).toBe(true);
  }
});
