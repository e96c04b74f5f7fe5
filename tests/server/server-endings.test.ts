import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { collectEvents, fold, readUntil } from "../world/posts/read-events";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const TOPIC = "Caching in Next.js";
const BODY = { topic: TOPIC, wordCount: 300 };

let server: Production;

beforeAll(async () => {
  server = await startProduction();
});
afterAll(() => server.stop());

async function createReadyTester(scenario: string): Promise<Tester> {
  const tester = server.tester(scenario);
  await saveKeys(tester);
  return tester;
}

async function read(call: Tester["call"], id: string): Promise<Post> {
  return (await call("GET", `/api/blog/posts/${id}`)).json();
}

test("a run whose server was killed is finished by the other one, and its reader loses no event", async () => {
  const { call, callAt } = await createReadyTester("slow:60");
  const doomed = await server.startSecond();
  const { id }: Post = await (await callAt(doomed.url)("POST", "/api/blog/generate", BODY)).json();
  const follow = () => call("GET", `/api/blog/posts/${id}/events`);
  const seen = await readUntil("section-delta", await follow());
  await doomed.stop();

  await waitUntil("the other server to finish", async () => (await read(call, id)).finishedAt);
  const events = await collectEvents(await follow());
  expect(events.slice(0, seen.length)).toEqual(seen);
  expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1));
  const post = await read(call, id);
  expect(post).toMatchObject({ status: "ready", document: fold(TOPIC, events) });
  expect(post.document.sections.every(({ markdown }) => markdown.length > 50)).toBe(true);
});

test("a server that is told to end says goodbye to its readers, ends with 0, and another goes on with its runs", async () => {
  const tester = await createReadyTester("ttft:150+slow:10");
  const second = await server.startSecond();
  const { id }: Post = await (await tester.call("POST", "/api/blog/generate", BODY)).json();
  const events = await tester.call("GET", `/api/blog/posts/${id}/events`);
  const reading = events.text();
  await waitUntil("a section that is being written", async () => {
    const { document } = await read(tester.call, id);
    return document.sections.some(({ markdown }) => markdown !== "");
  });
  const ended = once(server.process, "exit");
  server.process.kill("SIGTERM");
  expect(await reading).toMatch(/retry: 1000\n\n$/);
  expect(await ended).toEqual([0, null]);
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  const call = tester.callAt(second.url);
  await waitUntil("the end of the run", async () => (await read(call, id)).status === "ready");
  const { version } = await read(call, id);
  const edit = { version, title: "Edited through the other server" };
  expect((await call("PATCH", `/api/blog/posts/${id}`, edit)).status).toBe(200);
  expect((await read(call, id)).document.title).toBe(edit.title);
  await expectPaidOnce(id);
});

/** Each step's plan or section was called once, and nothing is left open in the ledger. */
async function expectPaidOnce(id: string): Promise<void> {
  const { sql } = server.database;
  const steps = await sql`
    SELECT step, operation, count(*)::int AS calls FROM usage_events
    WHERE post_id = ${id} AND status <> 'pending' GROUP BY step, operation`;
  for (const { step, operation, calls } of steps)
    if (operation === "plan" || operation === "section")
      expect(calls, `${step} ${operation}`).toBe(1);
  const [pending] = await sql`
    SELECT count(*)::int AS rows FROM usage_events WHERE post_id = ${id} AND status = 'pending'`;
  expect(pending?.rows).toBe(0);
}
