import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { posts } from "@/drizzle/schema/posts";
import { isErased } from "@/lib/auth/is-erased";
import type { UserId } from "@/lib/auth/user-id";
import { asUser, pipelineAsUser } from "@/lib/db/as-user";
import { connect } from "@/lib/db/connect";
import { readSealedKeys } from "@/lib/keys/stores/read-sealed-keys";
import { LIMITS } from "@/lib/limits/registry";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { requestPost } from "../world/posts/make-post";

const database = setUpDatabase();
const nobody = { text: "SELECT 1 / 0", parameters: [] };

async function insertPost(user: UserId): Promise<string> {
  await saveKeyDirectly(user, { gemini: `ok-${user}`, exa: `ok-${user}` });
  const { id } = await requestPost(user, { topic: "Caching in Next.js" });
  return id;
}

const rename = (id: string, title: string) => ({
  text: "UPDATE posts SET title = $2 WHERE id = $1 RETURNING title",
  parameters: [id, title],
});
const COUNT = { text: "SELECT count(*)::int AS n FROM posts", parameters: [] };
const WHO = "SELECT current_user AS role, current_setting('app.user_id', true) AS id";

async function readTitle(id: string): Promise<unknown> {
  const [row] = await database().sql`SELECT title FROM posts WHERE id = ${id}`;
  return row?.title;
}

test("statements that are sent at once hold together, or none does, and the first that failed says why", async () => {
  const user = clerkUser("together");
  const id = await insertPost(user);
  const [renamed = [], counted = []] = await pipelineAsUser(user, [rename(id, "New"), COUNT]);
  expect([renamed[0]?.title, counted[0]?.n]).toEqual(["New", 1]);
  const failed = pipelineAsUser(user, [rename(id, "Newer"), nobody, COUNT]);
  await expect(failed).rejects.toMatchObject({ name: "DatabaseError", sqlState: "22012" });
  expect(await readTitle(id)).toBe("New");
  expect((await pipelineAsUser(user, [COUNT]))[0]?.[0]?.n).toBe(1);
});

test("whatever is sent first in a transaction is sent as its user, however it is asked, cold or prepared", async () => {
  const users = Array.from({ length: 8 }, (_, index) => clerkUser(`crowd_${index}`));
  await Promise.all(users.map(insertPost));
  const asks = [
    (user: UserId) =>
      pipelineAsUser(user, [{ text: WHO, parameters: [] }]).then((rows) => rows[0]?.[0]),
    (user: UserId) => asUser(user, async (tx) => (await tx.execute(sql.raw(WHO)))[0]),
    // Without a single turn of its own between the beginning and the first statement.
    (user: UserId) => asUser(user, (tx) => tx.execute(sql.raw(WHO)).then((rows) => rows[0])),
    (user: UserId) =>
      asUser(user, (tx) =>
        Promise.all([tx.execute(sql.raw(WHO)), tx.select().from(posts)]).then(([[row], own]) => {
          expect(own.map(({ userId }) => userId)).toEqual([user]);
          return row;
        }),
      ),
  ];
  for (const prepare of [false, true]) {
    connect().options.prepare = prepare;
    const rounds = Array.from({ length: 25 }, () => users).flat();
    const seen = await Promise.all(
      rounds.map(async (user, index) => ({ user, row: await asks[index % asks.length]?.(user) })),
    );
    for (const { user, row } of seen) expect(row).toMatchObject({ role: "alwrity_app", id: user });
  }
});

test("a statement whose plan no longer holds is never sent again outside of its transaction", async () => {
  const user = clerkUser("replanned");
  await insertPost(user);
  const { sql: owner } = database();
  await owner.unsafe("CREATE TABLE plans (one int); INSERT INTO plans VALUES (1)");
  await owner.unsafe("GRANT SELECT ON plans TO alwrity_app");
  connect().options.prepare = true;
  const ask = {
    text: "SELECT current_user AS role, $1::int AS given, * FROM plans",
    parameters: [1],
  };
  const rounds = 2 * LIMITS.databaseConnections.server;
  const askAll = () =>
    Promise.allSettled(
      Array.from({ length: rounds }, (_, index) =>
        pipelineAsUser(user, index % 2 === 0 ? [ask, COUNT] : [COUNT, ask]),
      ),
    );
  await askAll();
  await owner.unsafe("ALTER TABLE plans ADD COLUMN two int");
  const ends = await askAll();
  expect(ends.some(({ status }) => status === "rejected")).toBe(true);
  for (const end of ends)
    if (end.status === "fulfilled")
      expect(end.value.flat().find((row) => "role" in row)).toMatchObject({ role: "alwrity_app" });
  const [rows = []] = await pipelineAsUser(user, [ask]);
  expect(rows[0]).toMatchObject({ role: "alwrity_app", one: 1, two: null });
});

test("nothing of a transaction stays with its connection", async () => {
  const user = clerkUser("leaves");
  await insertPost(user);
  const rounds = 3 * LIMITS.databaseConnections.server;
  await Promise.all(Array.from({ length: rounds }, () => pipelineAsUser(user, [COUNT])));
  await Promise.allSettled(Array.from({ length: rounds }, () => pipelineAsUser(user, [nobody])));
  const rows = await Promise.all(
    Array.from(
      { length: rounds },
      () => connect()`SELECT session_user = current_user AS own,
      coalesce(current_setting('app.user_id', true), '') AS id`,
    ),
  );
  for (const [row] of rows) expect(row).toEqual({ own: true, id: "" });
});

test("connections that are cut in the middle are said to be away, and the pool goes on with others", async () => {
  const user = clerkUser("cut");
  const id = await insertPost(user);
  const cut = ["RESET ROLE", "SELECT pg_terminate_backend(pg_backend_pid())"].map((text) => ({
    text,
    parameters: [],
  }));
  for (let round = 0; round < 3; round += 1) {
    const rounds = 2 * LIMITS.databaseConnections.server;
    const sent = Array.from({ length: rounds }, (_, index) => {
      const statements = index % 2 === 0 ? [rename(id, "Cut"), ...cut] : [COUNT];
      return pipelineAsUser(user, statements);
    });
    const ends = await Promise.allSettled(sent);
    for (const [index, end] of ends.entries())
      expect(end).toMatchObject(
        index % 2 === 0 ? { reason: { code: "vault_unavailable" } } : { status: "fulfilled" },
      );
    expect(await readTitle(id)).not.toBe("Cut");
    await Promise.allSettled(sent.map(() => pipelineAsUser(user, [nobody, ...cut])));
    expect((await pipelineAsUser(user, [COUNT]))[0]?.[0]?.n).toBe(1);
  }
  const all = Array.from({ length: 60 }, () => pipelineAsUser(user, [COUNT]));
  for (const [rows = []] of await Promise.all(all)) expect(rows[0]?.n).toBe(1);
  await Promise.allSettled(all.map(() => pipelineAsUser(user, [...cut])));
  await Promise.allSettled(all.map(() => pipelineAsUser(user, [...cut])));
  // Nobody else waits: each has its connection opened anew for itself, and none is lost by it.
  for (let round = 0; round < 2 * LIMITS.databaseConnections.server; round += 1)
    expect((await pipelineAsUser(user, [COUNT]))[0]?.[0]?.n).toBe(1);
  const again = all.map(() => pipelineAsUser(user, [COUNT]));
  for (const [rows = []] of await Promise.all(again)) expect(rows[0]?.n).toBe(1);
  const count = () => asUser(user, (tx) => tx.execute(sql`SELECT count(*)::int AS n FROM posts`));
  for (const [row] of await Promise.all(all.map(count))) expect(row?.n).toBe(1);
  await Promise.allSettled(all.map(() => pipelineAsUser(user, [...cut])));
  const reads = await Promise.all(
    all.map(() => Promise.all([isErased(user), readSealedKeys(user)])),
  );
  for (const [isGone] of reads) expect(isGone).toBe(false);
});
