import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listPosts } from "@/lib/blog/library/list-posts";
import { getPost } from "@/lib/blog/posts/get-post";
import { closePool } from "@/lib/db/connect";
import { migrate } from "@/lib/db/migrate";
import { disconnectIntegration } from "@/lib/integrations/disconnect-integration";
import { listIntegrations } from "@/lib/integrations/list-integrations";
import { listApiKeys } from "@/lib/keys/list-api-keys";
import { requireApiKey } from "@/lib/keys/resolve-api-keys";
import { reportUsage } from "@/lib/usage/report/report-usage";
import { backUp, restore } from "../world/database/backup";
import { dumpDatabase } from "../world/database/dump-database";
import { fillEveryTable } from "../world/database/fill-every-table";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import {
  type StoppablePostgres,
  startStoppablePostgres,
} from "../world/database/start-stoppable-postgres";

const database = setUpDatabase();
const users = ["anna", "ben"].map(clerkUser);
/** A server that has never heard of ours: not of its roles either. */
let elsewhere: StoppablePostgres;
let there: postgres.Sql;
beforeAll(async () => {
  elsewhere = await startStoppablePostgres();
  there = postgres(elsewhere.url, { max: 2, onnotice: () => {} });
});
afterAll(async () => {
  await there.end({ timeout: 1 });
  await elsewhere.remove();
});

test("as the backup's role every row of every table is read, and not one is written", async () => {
  for (const user of users) await fillEveryTable(user);
  const { sql } = database();
  const whole = await dumpDatabase(sql);
  const asBackup = await sql.begin(async (tx) => {
    await tx`SELECT set_config('role', 'alwrity_backup', true)`;
    const tables = [...whole.matchAll(/^-- (\w+)$/gm)].map(([, name]) => String(name));
    const rows = await Promise.all(
      tables.map((name) => tx`SELECT to_jsonb(t)::text AS row FROM ${tx(name)} t ORDER BY 1`),
    );
    return tables.flatMap((name, at) => [`-- ${name}`, ...(rows[at] ?? []).map(({ row }) => row)]);
  });
  expect(asBackup.join("\n")).toBe(whole);
  for (const text of ["DELETE FROM posts", "UPDATE api_keys SET version = 9", "TRUNCATE notices"])
    await expect(
      sql.begin((tx) => [tx`SELECT set_config('role', 'alwrity_backup', true)`, tx.unsafe(text)]),
      text,
    ).rejects.toMatchObject({ code: "42501" });
});

test("a backup works on another server with its KEKs; without them everybody enters their keys again and loses nothing else", async () => {
  const whole = await dumpDatabase(database().sql);
  const backup = await backUp(database().sql);
  await migrate(elsewhere.url);
  await restore(there, backup);
  expect(await dumpDatabase(there)).toBe(whole);

  await closePool();
  process.env.DATABASE_URL = elsewhere.url;
  for (const user of users)
    expect((await requireApiKey(user, "gemini")).open()).toBe(`g-${user}-0123456789`);

  const kek = process.env.KEK_t1;
  Object.assign(process.env, { KEK_CURRENT: "t2", KEK_t2: randomBytes(32).toString("base64url") });
  Reflect.deleteProperty(process.env, "KEK_t1");
  expect(await askStatus()).toMatch(/^t1 +2 data keys {2}NOT IN THE RING/m);
  for (const user of users) {
    await expect(requireApiKey(user, "gemini")).rejects.toMatchObject({
      code: "key_undecryptable",
    });
    expect(await listApiKeys(user)).toHaveLength(2);
    const [post] = await listPosts(user);
    expect(await getPost(user, post?.id ?? "")).toMatchObject({ topic: `A topic of ${user}` });
    expect((await reportUsage(user, {})).totals).toMatchObject({ calls: 1, costUsd: 0.007 });
    const again = { gemini: `g-${user}-again-0123`, exa: `e-${user}-again-0123` };
    // A login that nobody enters again must not be lost with the data key: its site is named.
    await expect(saveKeyDirectly(user, again)).rejects.toThrow("https://example.org");
    const [site] = await listIntegrations(user);
    await disconnectIntegration(user, site?.id ?? "");
    await saveKeyDirectly(user, again);
    expect((await requireApiKey(user, "gemini")).open()).toBe(again.gemini);
  }
  Object.assign(process.env, { KEK_t1: kek });
  expect(await askStatus()).toMatch(/^t2 +2 data keys {2}current/m);
});

/** What `npm run keys:status` says of the restored database. */
async function askStatus(): Promise<string> {
  const command = ["tsx", "--conditions=react-server", "commands/keys-status.ts"];
  return (await promisify(execFile)("npx", command)).stdout;
}
