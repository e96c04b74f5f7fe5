import { afterAll, beforeAll, expect, test } from "vitest";
import { collectEvents } from "../world/posts/read-events";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import type { App } from "../world/servers/start-app";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";

/** More than one, so that a server has several runs at once. */
const POSTS_EACH = Math.max(2, scaled(20));
/** Runs that last longer than the silence after which one is taken for dead. */
const SCENARIO = "ttft:4000+slow:60";

let first: Production;
let servers: App[];
beforeAll(async () => {
  first = await startProduction();
  servers = [first, await first.startSecond(), await first.startSecond()];
});
afterAll(() => first.stop());

/** Writes a post at one server and follows it at another. @returns how it ended. */
async function write(at: App, readAt: App): Promise<unknown> {
  const tester = first.tester(SCENARIO);
  await saveKeys(tester);
  const body = { topic: "Caching in Next.js", wordCount: 600 };
  const answer = await tester.callAt(at.url)("POST", "/api/blog/generate", body);
  const { id } = await answer.json();
  const events = await collectEvents(
    await tester.callAt(readAt.url)("GET", `/api/blog/posts/${id}/events`),
  );
  return events.at(-1)?.data;
}

test("three servers on one database deliver each step of a run once, and no replay differs from the last", async () => {
  const ends = await Promise.all(
    servers.flatMap((server, at) =>
      Array.from({ length: POSTS_EACH }, () =>
        write(server, servers[(at + 1) % servers.length] ?? server),
      ),
    ),
  );
  for (const end of ends) expect(end).toMatchObject({ status: "ready" });
  const posts = await first.database.sql`SELECT attempt FROM posts`;
  const [row] = await first.database.sql`
    SELECT count(*) FILTER (WHERE type = 'step_created')::int AS steps,
      count(*) FILTER (WHERE type = 'step_started')::int AS deliveries,
      count(*) FILTER (WHERE type = 'wait_created')::int AS sleeps
    FROM workflow.workflow_events`;
  const output = servers.map((server) => server.output()).join("");
  const again = posts.filter(({ attempt }) => attempt > 1).length;
  const diverged = output.split("replay diverged").length - 1;
  reportFigure(
    "long runs at once on three servers with one database",
    `${posts.length} posts: ${row?.steps} steps, ${row?.deliveries} deliveries, ${row?.sleeps} sleeps, ${again} runs begun again, ${diverged} replays that differed`,
  );
  expect(diverged).toBe(0);
  expect(row?.deliveries).toBe(row?.steps);
});
