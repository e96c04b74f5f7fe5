import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { mintUserId } from "@/lib/auth/user-id";
import { asRotator } from "@/lib/db/as-rotator";
import { asUser } from "@/lib/db/as-user";
import { requireApiKey, resolveApiKeys } from "@/lib/keys/resolve-api-keys";
import { rotateDataKeys } from "@/lib/keys/rotation/rotate-data-keys";
import { rotateUserKey } from "@/lib/keys/rotation/rotate-user-key";
import { openKeyRing } from "@/lib/keys/vault/key-ring";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { seedSealedKeys } from "../world/database/seed-sealed-keys";
import { setUpDatabase } from "../world/database/set-up-database";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";

const database = setUpDatabase();
const USERS = scaled(10_000);
const KILLS = scaled(20);
const keyOf = (at: number) => `g-of-${at}-0123456789`;

function setCurrentKek(id: string): void {
  process.env[`KEK_${id}`] ??= randomBytes(32).toString("base64url");
  process.env.KEK_CURRENT = id;
}

/** Runs `npm run keys:rotate` as a process of its own, on this file's database and ring. */
function startRotator(...flags: string[]): ChildProcess {
  const command = ["tsx", "--conditions=react-server", "commands/keys-rotate.ts", ...flags];
  return spawn("npx", command, { detached: true, stdio: ["ignore", "pipe", "inherit"] });
}

async function readToEnd(rotator: ChildProcess): Promise<{ text: string; code: unknown }> {
  const chunks: Buffer[] = [];
  rotator.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(rotator, "close");
  return { text: Buffer.concat(chunks).toString("utf8"), code };
}

/** Kills a rotator once it has said that a batch is done. @returns false when it was over before. */
async function killAtWork(rotator: ChildProcess): Promise<boolean> {
  const over = once(rotator, "close");
  if (rotator.stdout) await Promise.race([once(rotator.stdout, "data"), over]);
  await pause(Math.random() * 40);
  const isAlive = rotator.exitCode === null && rotator.pid !== undefined;
  if (isAlive) process.kill(-Number(rotator.pid), "SIGKILL");
  await over;
  return isAlive;
}

async function countLeft(): Promise<number> {
  const [row] = await database().sql`
    SELECT count(*)::int AS n FROM data_keys WHERE kek_id <> ${openKeyRing().currentVersion()}`;
  return Number(row?.n);
}

/** Reads and saves keys of any users until it is stopped; counts reads, and those that failed. */
function useKeys() {
  const count = { reads: 0, failed: 0, saves: 0 };
  let stopped = false;
  const any = () => Math.floor(Math.random() * USERS);
  const read = async () => {
    while (!stopped) {
      const at = any();
      const key = await requireApiKey(clerkUser(`rotated_${at}`), "gemini").catch(() => undefined);
      count.reads += 1;
      if (key?.open() !== keyOf(at)) count.failed += 1;
    }
  };
  const save = async () => {
    while (!stopped) {
      const at = any();
      await saveKeyDirectly(clerkUser(`rotated_${at}`), { gemini: keyOf(at) });
      count.saves += 1;
      await pause(20);
    }
  };
  const loops = [read(), read(), save()];
  return {
    stop: async () => {
      stopped = true;
      await Promise.all(loops);
      return count;
    },
  };
}

test("rotators that are killed, and two at once, leave every key readable and none on the old KEK", {
  timeout: 1_800_000,
}, async () => {
  const users = Array.from({ length: USERS }, (_, at) => ({
    userId: `user_clerk_rotated_${at}`,
    key: keyOf(at),
  }));
  await seedSealedKeys(database().sql, users);
  const work = useKeys();
  let kills = 0;
  let round = 1;
  for (; kills < KILLS; ) {
    if ((await countLeft()) === 0) setCurrentKek(`r${round++}`);
    if (await killAtWork(startRotator())) kills += 1;
  }
  setCurrentKek("last");
  const both = await Promise.all([startRotator(), startRotator()].map(readToEnd));
  const { reads, failed, saves } = await work.stop();
  for (const { text, code } of both) {
    expect(code, text).toBe(0);
    expect(text).toContain(`${USERS} data keys on last`);
    expect(text).toContain("0 data keys left on t1");
  }
  expect({ failed, left: await countLeft() }).toEqual({ failed: 0, left: 0 });
  const resolved = await Promise.all(
    users.map(({ userId, key }) =>
      requireApiKey(mintUserId(userId), "gemini").then(
        (secret) => secret.open() === key,
        () => false,
      ),
    ),
  );
  const unreadable = resolved.filter((isRight) => !isRight).length;
  expect(unreadable).toBe(0);
  expect(reads).toBeGreaterThan(kills);
  reportFigure(
    `Rotation of ${USERS} users' data keys under reads and saves, rotators killed and two at once`,
    `${kills} kills, ${reads} reads of which ${failed} failed, ${saves} saves, ${unreadable} undecryptable, 0 left on old keys`,
  );
});

test("a rotation takes a small multiple of the bare UPDATE of the same rows", async () => {
  const pool = postgres(database().url, { max: 2, onnotice: () => {} });
  const rotation = { sql: pool, vaultEnv: "production" };
  const ids = await pool`SELECT id FROM data_keys`;
  const updateOneByOne = () =>
    pool.begin((tx) =>
      ids.map(({ id }) => tx`UPDATE data_keys SET rotated_at = now() WHERE id = ${id}`),
    );
  const updateAtOnce = () => pool`UPDATE data_keys SET rotated_at = now()`;
  const rotate = () => rotateDataKeys({ ...rotation, ring: openKeyRing() }, () => {});
  const times: Record<string, number[]> = { rotate: [], updateOneByOne: [], updateAtOnce: [] };
  for (const round of ["x", "y", "z"]) {
    setCurrentKek(round);
    for (const [name, work] of Object.entries({ updateOneByOne, updateAtOnce, rotate })) {
      await pool`VACUUM data_keys`;
      const begun = performance.now();
      await work();
      times[name]?.push(performance.now() - begun);
    }
    expect(await countLeft()).toBe(0);
  }
  await pool.end();
  const best = (name: string) => Math.round(Math.min(...(times[name] ?? [])));
  const [whole, each, once] = [best("rotate"), best("updateOneByOne"), best("updateAtOnce")];
  const ratio = whole / each;
  reportFigure(
    `Time of a rotation of ${USERS} data keys ÷ bare UPDATEs of the same rows, one a row, in one transaction`,
    `${ratio.toFixed(1)} (${whole} ms ÷ ${each} ms; a single UPDATE of all rows, which cannot give each its own value, takes ${once} ms)`,
  );
  // How quick something is counts where nothing else runs.
  if (process.env.PROOF) expect(ratio).toBeLessThan(3);
});

test("the rotator's role reads no key, no login, no post, and writes nothing but wrappings and their history", async () => {
  const { sql, url } = database();
  const login = `rotator_${randomBytes(4).toString("hex")}`;
  await sql.unsafe(`CREATE ROLE ${login} LOGIN PASSWORD 'p' IN ROLE alwrity_rotator`);
  const own = postgres(Object.assign(new URL(url), { username: login, password: "p" }).href);
  const ask = (text: string) => asRotator(own, (tx) => tx.unsafe(text));
  const tables = await sql`
    SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables)
    if (name !== "data_keys")
      for (const text of [`SELECT * FROM ${name}`, `DELETE FROM ${name}`])
        await expect(ask(text), text).rejects.toThrow(/42501/);
  for (const text of [
    "UPDATE data_keys SET user_id = 'somebody'",
    "DELETE FROM data_keys",
    "INSERT INTO data_keys (id, user_id, wrapped_key, kek_id, kek_version) VALUES (gen_random_uuid(), 'x', '', 'x', 1)",
    "INSERT INTO api_key_events (user_id, event) VALUES ('x', 'deleted')",
    "INSERT INTO api_key_events (user_id, provider, event) VALUES ('x', 'gemini', 'rotated')",
    "SELECT * FROM resolve_api_keys('user_clerk_rotated_1')",
  ])
    await expect(ask(text), text).rejects.toThrow(/42501/);
  expect(await ask("SELECT id FROM data_keys LIMIT 1")).toHaveLength(1);
  await own.end();
  await sql.unsafe(`DROP ROLE ${login}`);
  expect(await sql`SELECT 1 FROM api_key_events WHERE event = 'rotated' LIMIT 1`).toHaveLength(1);
});

test("a data key that no KEK opens is counted, left alone, and stops nobody else's rotation", async () => {
  const [damaged] = await database().sql`
    UPDATE data_keys SET wrapped_key = ${randomBytes(61)} WHERE user_id = 'user_clerk_rotated_7'
    RETURNING wrapped_key AS bytes`;
  setCurrentKek("damaged");
  const { code, text } = await readToEnd(startRotator());
  expect(code).toBe(1);
  expect(text).toContain(`${USERS - 1} data keys on damaged`);
  const [left] = await database().sql`
    SELECT wrapped_key AS bytes FROM data_keys WHERE user_id = 'user_clerk_rotated_7'`;
  expect(left).toEqual(damaged);
});

test("one user's data key is made anew and all of their secrets sealed under it; nobody else's changes", async () => {
  const [anna, ben] = [clerkUser("anna"), clerkUser("ben")];
  for (const user of [anna, ben])
    await saveKeyDirectly(user, { gemini: `g-${user}`, exa: `e-${user}` });
  const readRows = () => database().sql`
    SELECT k.user_id, k.provider, k.version, k.masked, k.status, encode(k.key, 'hex') AS key, encode(d.wrapped_key, 'hex') AS wrapped
    FROM api_keys k JOIN data_keys d ON d.id = k.data_key_id
    WHERE k.user_id IN (${anna}, ${ben}) ORDER BY 1, 2`;
  const before = await readRows();
  const { text, code } = await readToEnd(startRotator("--user", anna));
  expect({ text, code }).toMatchObject({ code: 0, text: expect.stringContaining("2 secrets") });
  const after = await readRows();
  for (const [at, old] of before.entries()) {
    const now = after[at];
    if (old.user_id === ben) expect(now).toEqual(old);
    else {
      expect(now).toMatchObject({ version: old.version, masked: old.masked, status: old.status });
      expect([now?.key === old.key, now?.wrapped === old.wrapped]).toEqual([false, false]);
    }
  }
  expect((await requireApiKey(anna, "exa")).open()).toBe(`e-${anna}`);
  const [event] = await asUser(anna, (tx) =>
    tx.execute(sql`SELECT event, detail FROM api_key_events ORDER BY id DESC LIMIT 1`),
  );
  expect(event).toEqual({ event: "rotated", detail: "data_key" });

  await database()
    .sql`UPDATE api_keys SET key = ${randomBytes(40)} WHERE user_id = ${ben} AND provider = 'exa'`;
  await expect(rotateUserKey(ben)).rejects.toMatchObject({ code: "key_undecryptable" });
  expect((await resolveApiKeys(ben)).gemini?.ok).toBe(true);
  await expect(rotateUserKey(clerkUser("nobody"))).rejects.toMatchObject({ code: "key_missing" });
});
