import { execFileSync } from "node:child_process";
import { afterEach, expect, test, vi } from "vitest";
import { lookAfterRun } from "@/lib/blog/durable/runs/look-after-run";
import { takeRuns } from "@/lib/blog/durable/runs/start-queued";
import { finishRun } from "@/lib/blog/finish-run";
import { answerCron } from "@/lib/start/answer-cron";
import { setUpDatabase } from "../world/database/set-up-database";
import { makePost } from "../world/posts/make-post";

const database = setUpDatabase();
const SECRET = "a-secret-of-the-platform's-clock";
afterEach(() => vi.unstubAllEnvs());

/** A run that nothing was heard of for a minute, as after a function that was ended. */
async function makeSilent() {
  const made = await makePost();
  expect(await takeRuns(made.user)).toEqual([made.id]);
  await database().sql`
    UPDATE posts SET heartbeat_at = now() - interval '1 minute' WHERE id = ${made.id}`;
  return made;
}

async function readAttempt(id: string): Promise<number> {
  const [row] = await database().sql`SELECT attempt FROM posts WHERE id = ${id}`;
  return Number(row?.attempt);
}

const ask = (headers: Record<string, string> = {}) =>
  answerCron(new Request("https://write.example.org/api/cron", { method: "POST", headers }));

test("a run that fell silent is gone on with though nobody looks at it, and looked after until it is over", async () => {
  const { user, id } = await makeSilent();
  expect(await lookAfterRun(id)).toBe(true);
  expect(await readAttempt(id)).toBe(2);
  expect(await lookAfterRun(id)).toBe(true);
  expect(await readAttempt(id)).toBe(2);
  await finishRun(user, id, { status: "stopped" });
  expect(await lookAfterRun(id)).toBe(false);
  expect(await lookAfterRun("11111111-1111-4111-8111-111111111111")).toBe(false);
});

test("the platform's clock is heard with its secret alone, and goes on with what nobody works on", async () => {
  const { id } = await makeSilent();
  const secret = { authorization: `Bearer ${SECRET}` };
  await expect(ask(secret)).rejects.toMatchObject({ code: "not_found" });
  vi.stubEnv("CRON_SECRET", SECRET);
  for (const authorization of ["", "Bearer ", `Bearer ${SECRET}x`, SECRET, "Bearer undefined"])
    await expect(ask({ authorization })).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await readAttempt(id)).toBe(1);
  await ask(secret);
  expect(await readAttempt(id)).toBe(2);
});

test("a preview on Vercel migrates no database, unless it is told that it has one of its own", () => {
  const migrate = (env: Record<string, string>) =>
    execFileSync("npx", ["tsx", "--conditions=react-server", "commands/migrate.ts"], {
      env: { NODE_ENV: "production", PATH: process.env.PATH, VERCEL: "1", ...env },
      encoding: "utf8",
    });
  const nobody = { DATABASE_URL: "postgres://nobody@localhost:1/nothing" };
  expect(migrate({ ...nobody, VERCEL_ENV: "preview" })).toMatch(/A preview migrates no database/);
  const own = { DATABASE_URL: database().url, MIGRATE_PREVIEWS: "true" };
  expect(migrate({ ...own, VERCEL_ENV: "preview" })).toMatch(/up to date/);
  expect(migrate({ DATABASE_URL: database().url, VERCEL_ENV: "production" })).toMatch(/up to date/);
});
