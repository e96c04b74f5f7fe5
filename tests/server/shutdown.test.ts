import { once } from "node:events";
import { expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { saveKeys, startProduction } from "../world/servers/start-production";
import { waitUntil } from "../world/wait-until";

const BODY = { topic: "Caching in Next.js", wordCount: 300 };

test("a server that is told to end says goodbye to its readers, ends with 0, and another goes on with its runs", async () => {
  const server = await startProduction();
  const tester = server.tester("ttft:150+slow:10");
  await saveKeys(tester);
  const second = await server.startSecond();
  const { id } = await (await tester.call("POST", "/api/blog/generate", BODY)).json();
  const events = await tester.call("GET", `/api/blog/posts/${id}/events`);
  const reading = events.text();
  await waitUntil("a section that is being written", async () => {
    const post: Post = await (await tester.call("GET", `/api/blog/posts/${id}`)).json();
    return post.document.sections.some(({ markdown }) => markdown !== "");
  });
  const ended = once(server.process, "exit");
  server.process.kill("SIGTERM");
  expect(await reading).toMatch(/retry: 1000\n\n$/);
  expect(await ended).toEqual([0, null]);
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  const call = tester.callAt(second.url);
  const read = async (): Promise<Post> => (await call("GET", `/api/blog/posts/${id}`)).json();
  await waitUntil("the end of the run", async () => (await read()).status === "ready");
  const steps = await server.database.sql`
    SELECT step, operation, count(*)::int AS calls FROM usage_events
    WHERE post_id = ${id} AND status <> 'pending' GROUP BY step, operation`;
  for (const { step, operation, calls } of steps)
    if (operation === "plan" || operation === "section")
      expect(calls, `${step} ${operation}`).toBe(1);
  const [pending] = await server.database.sql`
    SELECT count(*)::int AS rows FROM usage_events WHERE post_id = ${id} AND status = 'pending'`;
  expect(pending?.rows).toBe(0);
  await server.stop();
});

test("a user's streams are few: the oldest ends, and says when to come back", async () => {
  const server = await startProduction();
  const tester = server.tester("ttft:60000");
  await saveKeys(tester);
  const { id } = await (await tester.call("POST", "/api/blog/generate", BODY)).json();
  const open = () => tester.call("GET", `/api/blog/posts/${id}/events`);
  const first = await open();
  const others = await Promise.all(Array.from({ length: 8 }, open));
  expect(await first.text()).toMatch(/retry: 3600000\n\n$/);
  const stop = await tester.call("POST", `/api/blog/posts/${id}/cancel`);
  expect(stop.status).toBe(200);
  for (const other of others) expect(await other.text()).toContain("event: done");
  await server.stop();
});
