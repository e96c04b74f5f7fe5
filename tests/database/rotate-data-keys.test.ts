import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { requireApiKey } from "@/lib/keys/resolve-api-keys";
import { countDataKeys } from "@/lib/keys/rotation/count-data-keys";
import { rotateBatch } from "@/lib/keys/rotation/rotate-batch";
import { rotateDataKeys } from "@/lib/keys/rotation/rotate-data-keys";
import { rotateUserKey } from "@/lib/keys/rotation/rotate-user-key";
import { openKeyRing } from "@/lib/keys/vault/key-ring";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";

const database = setUpDatabase();
const FIRST = "00000000-0000-0000-0000-000000000000";
const USERS = ["one", "two", "three"].map((name) => clerkUser(`turned_${name}`));
const keyOf = (user: string) => `g-of-${user}-0123456789`;

/** A rotation towards a new KEK, or with the ring as it is. */
function open(id?: string) {
  if (id) {
    process.env[`KEK_${id}`] = randomBytes(32).toString("base64url");
    process.env.KEK_CURRENT = id;
  }
  return { sql: database().sql, ring: openKeyRing(), vaultEnv: "production" };
}
const readRows = () => database().sql`
  SELECT user_id AS user, encode(wrapped_key, 'hex') AS wrapped, kek_id AS kek, rotated_at AS at FROM data_keys ORDER BY 1`;

async function rotate(rotation: ReturnType<typeof open>) {
  const told: number[] = [];
  const result = await rotateDataKeys(rotation, (count) => told.push(count));
  return { ...result, told };
}

test("every data key is wrapped anew once, is told of, counted and remembered, and still opens its keys", async () => {
  for (const user of USERS) await saveKeyDirectly(user, { gemini: keyOf(user) });
  const before = await readRows();
  const rotation = open("t2");
  expect(await countDataKeys(rotation.sql, rotation.ring.versions())).toEqual(
    expect.arrayContaining([
      { kekId: "t1", dataKeys: 3 },
      { kekId: "t2", dataKeys: 0 },
    ]),
  );
  expect(await rotate(rotation)).toEqual({ rotated: 3, unreadable: 0, told: [3] });
  const counts = await countDataKeys(rotation.sql, ["t2", "t1", "never"]);
  expect(counts).toEqual([
    { kekId: "t2", dataKeys: 3 },
    { kekId: "t1", dataKeys: 0 },
    { kekId: "never", dataKeys: 0 },
  ]);
  expect(await countDataKeys(rotation.sql, [])).toEqual([{ kekId: "t2", dataKeys: 3 }]);
  const after = await readRows();
  for (const [at, row] of after.entries()) {
    expect(row).toMatchObject({ user: before[at]?.user, kek: "t2", at: expect.any(Date) });
    expect(row.wrapped).not.toBe(before[at]?.wrapped);
  }
  for (const user of USERS) expect((await requireApiKey(user, "gemini")).open()).toBe(keyOf(user));
  const events = await database().sql`
    SELECT user_id AS user FROM api_key_events WHERE event = 'rotated' ORDER BY 1`;
  expect(events.map(({ user }) => user)).toEqual([...USERS].sort());
  expect(await rotate(rotation)).toEqual({ rotated: 0, unreadable: 0, told: [] });
  expect(await rotateBatch(rotation, FIRST)).toEqual({
    last: undefined,
    rotated: 0,
    unreadable: 0,
  });
});

test("a data key that cannot be opened is counted and left, and a KEK that is away changes nothing", async () => {
  const [hurt] = USERS;
  await database()
    .sql`UPDATE data_keys SET wrapped_key = ${randomBytes(61)} WHERE user_id = ${hurt ?? ""}`;
  const before = await readRows();
  const rotation = open("t3");
  const away = async () => {
    throw new AppError("vault_unavailable");
  };
  await expect(
    rotate({ ...rotation, ring: { ...rotation.ring, unwrap: away } }),
  ).rejects.toMatchObject({ code: "vault_unavailable" });
  expect(await readRows()).toEqual(before);
  const batch = await rotateBatch(rotation, FIRST);
  expect(batch).toEqual({ last: expect.any(String), rotated: 2, unreadable: 1 });
  expect(await rotate(rotation)).toEqual({ rotated: 0, unreadable: 1, told: [] });
  const after = await readRows();
  expect(after.filter(({ kek }) => kek === "t3")).toHaveLength(2);
  expect(after.find(({ user }) => user === hurt)).toEqual(before.find(({ user }) => user === hurt));
  await database().sql`DELETE FROM data_keys WHERE user_id = ${hurt ?? ""}`.catch(() => {});
});

test("rows that somebody else holds are waited for, and are wrapped in the end", async () => {
  const [, held] = USERS;
  const rotation = open("t4");
  let told = 0;
  let work: Promise<unknown> = Promise.resolve();
  await database().sql.begin(async (tx) => {
    await tx`SELECT 1 FROM data_keys WHERE user_id = ${held ?? ""} FOR UPDATE`;
    work = rotateDataKeys(rotation, (count) => {
      told = count;
    });
    while (told === 0) await pause(20);
    expect(
      (await readRows()).filter(({ kek }) => kek === "t4").map(({ user }) => user),
    ).not.toContain(held);
  });
  expect(await work).toMatchObject({ rotated: told });
  const rows = await readRows();
  expect(rows.find(({ user }) => user === held)).toMatchObject({ kek: "t4" });
});

test("a user's own data key is made anew with all that is sealed under it", async () => {
  const user = clerkUser("turned_alone");
  await saveKeyDirectly(user, { gemini: keyOf(user), exa: `e-${keyOf(user)}` });
  const [before] = await database().sql`
    SELECT encode(wrapped_key, 'hex') AS wrapped FROM data_keys WHERE user_id = ${user}`;
  expect(await rotateUserKey(user)).toBe(2);
  const [after] = await database().sql`
    SELECT encode(wrapped_key, 'hex') AS wrapped, kek_id AS kek, rotated_at AS at FROM data_keys WHERE user_id = ${user}`;
  expect(after).toMatchObject({ kek: "t4", at: expect.any(Date) });
  expect(after?.wrapped).not.toBe(before?.wrapped);
  expect((await requireApiKey(user, "gemini")).open()).toBe(keyOf(user));
  expect((await requireApiKey(user, "exa")).open()).toBe(`e-${keyOf(user)}`);
  const events = await database().sql`
    SELECT event, detail FROM api_key_events WHERE user_id = ${user} AND event = 'rotated'`;
  expect(events).toEqual([{ event: "rotated", detail: "data_key" }]);
});
