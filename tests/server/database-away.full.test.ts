import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { startStoppablePostgres } from "../world/database/start-stoppable-postgres";
import { reportFigure } from "../world/report-figure";
import { FULL } from "../world/scale";
import { saveKeys, startProduction } from "../world/servers/start-production";
import { waitUntil } from "../world/wait-until";

/** How long nobody answers there; a run of this test takes about ten seconds by itself. */
const AWAY_SECONDS = FULL ? 30 : 4;
const BODY = { topic: "Caching in Next.js", wordCount: 400 };

test("while its database is away a server says so and stays, and its runs go on when it is back, with nothing paid twice", async () => {
  const postgres = await startStoppablePostgres();
  const server = await startProduction(() => ({}), { serverUrl: postgres.url });
  const tester = server.tester("ttft:150+slow:25");
  await saveKeys(tester);
  const { id } = await (await tester.call("POST", "/api/blog/generate", BODY)).json();
  const read = async (): Promise<Post> =>
    (await tester.call("GET", `/api/blog/posts/${id}`)).json();
  await waitUntil("a section that is being written", async () =>
    (await read()).document.sections.some(({ markdown }) => markdown !== ""),
  );
  await postgres.stop();
  const since = Date.now();
  while (Date.now() - since < AWAY_SECONDS * 1_000) {
    const [health, page, answer] = await Promise.all([
      fetch(`${server.url}/api/health`),
      fetch(`${server.url}/sign-in`),
      tester.call("GET", `/api/blog/posts/${id}`),
    ]);
    expect([health.status, answer.status]).toEqual([503, 503]);
    expect(page.status).toBe(200);
    expect(await answer.json()).toMatchObject({ code: "vault_unavailable" });
    await pause(500);
  }
  await postgres.start();
  const back = Date.now();
  await waitUntil("health", async () => (await fetch(`${server.url}/api/health`)).ok);
  await waitUntil("the end of the run", async () => {
    await pause(500);
    const answer = await tester.call("GET", `/api/blog/posts/${id}`);
    return answer.ok && /ready|failed/.test((await answer.json()).status);
  });
  expect((await read()).status).toBe("ready");
  const calls = await server.database.sql`
    SELECT step, operation, count(*)::int AS paid FROM usage_events
    WHERE post_id = ${id} AND status = 'ok' GROUP BY step, operation HAVING count(*) > 1`;
  reportFigure(
    `Postgres away for ${AWAY_SECONDS} s under a server with a run under way`,
    `the run was ready ${Math.round((Date.now() - back) / 1_000)} s after it was back; calls paid twice: ${calls.length}`,
  );
  expect(server.process.exitCode).toBeNull();
  await server.stop();
  await postgres.remove();
});
