import { afterAll, beforeAll, expect, test } from "vitest";
import type { Post, PostEvent } from "@/lib/blog/schema";
import { collectEvents, fold, readEvents } from "../world/read-events";
import { readSandboxLog } from "../world/sandbox-log";
import { type App, pickPort, startApp } from "../world/start-app";
import { type Production, saveKeys, startProduction } from "../world/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const TOPIC = "Caching in Next.js";
const BODY = { topic: TOPIC, wordCount: 300 };

let server: Production;
let second: App;

beforeAll(async () => {
  server = await startProduction();
  second = await startApp(server.env, { port: await pickPort() });
});

afterAll(async () => {
  await second.stop();
  await server.stop();
});

async function start(tester: Tester): Promise<string> {
  const { id }: { id: string } = await (
    await tester.call("POST", "/api/blog/generate", BODY)
  ).json();
  return id;
}

async function getPost(tester: Tester, id: string): Promise<Post> {
  return (await tester.call("GET", `/api/blog/posts/${id}`)).json();
}

/** Follows a run until it begins a section, or has written some words of one. */
async function followTo(
  type: "section-start" | "section-delta",
  tester: Tester,
  id: string,
): Promise<PostEvent[]> {
  const events: PostEvent[] = [];
  for await (const event of readEvents(await tester.call("GET", `/api/blog/posts/${id}/events`))) {
    events.push(event);
    if (event.type === type) return events;
  }
  throw new Error(`The run ended without ${type}.`);
}

// A silent model says nothing for 50 seconds: Stop at its own server must not wait for a word.
test.for([
  { where: "the same", scenario: "prose+silent:50", moment: "section-start" },
  { where: "another", scenario: "slow:150", moment: "section-delta" },
] as const)(
  "Stop at $where server closes the provider's connections, and nothing is called after it",
  async ({ where, scenario, moment }) => {
    const tester = server.tester(scenario);
    await saveKeys(tester);
    const id = await start(tester);
    await followTo(moment, tester, id);
    const call = tester.callAt(where === "another" ? second.url : server.url);
    const stopped: Post = await (await call("POST", `/api/blog/posts/${id}/cancel`)).json();
    expect(stopped).toMatchObject({ status: "stopped", document: { problem: null } });

    const log = () => readSandboxLog(server.sandboxUrl, tester.keys.gemini);
    await waitUntil("every connection to the provider to be closed", async () =>
      (await log()).every(({ ms }) => ms !== null),
    );
    const calls = await log();
    const hungUp = calls.filter((entry) => entry.hungUp);
    expect(hungUp.length).toBeGreaterThan(0);
    for (const { ms } of hungUp) expect(ms).toBeLessThan(40_000);
    const ledger = () => server.database.sql<{ status: string }[]>`
    SELECT status FROM usage_events WHERE post_id = ${id} AND status = 'pending'`;
    await waitUntil("the ledger to be settled", async () => (await ledger()).length === 0);

    expect(await getPost(tester, id)).toEqual(stopped);
    const again = await tester.call("POST", `/api/blog/posts/${id}/cancel`);
    expect(await again.json()).toEqual(stopped);
    const events = await collectEvents(await tester.call("GET", `/api/blog/posts/${id}/events`));
    expect(fold(TOPIC, events)).toEqual(stopped.document);
    expect(events.filter(({ type }) => type === "done")).toHaveLength(1);
    expect(await log()).toHaveLength(calls.length);
  },
);

test.for([
  { gemini: "reject-later:2", exa: "ok", status: "needs-key", code: "key_rejected" },
  { gemini: "after:1+leaked", exa: "ok", status: "needs-key", code: "key_leaked" },
  { gemini: "after:2+suspended", exa: "ok", status: "needs-key", code: "account_suspended" },
  { gemini: "quota-day", exa: "ok", status: "failed", code: "quota_day" },
  { gemini: "billing", exa: "ok", status: "failed", code: "billing_required" },
  { gemini: "prose+safety", exa: "ok", status: "failed", code: "content_blocked" },
  { gemini: "ok", exa: "no-credits", status: "needs-key", code: "no_credits" },
  { gemini: "ok", exa: "after:1+bad", status: "needs-key", code: "key_rejected" },
  { gemini: "ok", exa: "empty", status: "failed", code: "no_sources" },
])(
  "a run with a $gemini Gemini key and a $exa Exa key ends as $status: $code",
  async ({ gemini, exa, status, code }) => {
    const tester = server.tester(gemini);
    tester.keys.exa = tester.keys.exa.replace("ok-", `${exa}-`);
    await saveKeys(tester);
    const headers = { prefer: "wait=100" };
    const answer = await tester.call("POST", "/api/blog/generate", BODY, headers);
    const post: Post = await answer.json();
    expect(post).toMatchObject({ status, document: { problem: { code } } });
    const events = await collectEvents(
      await tester.call("GET", `/api/blog/posts/${post.id}/events`),
    );
    expect(fold(TOPIC, events)).toEqual(post.document);
    const type = status === "needs-key" ? "needs-key" : "error";
    expect(events.slice(-2)).toMatchObject([
      { type, data: { code } },
      { type: "done", data: { status } },
    ]);
    if (code === "no_sources") expect(post.document.sections).toEqual([]);
  },
);

test("a server killed in the middle of a run loses no event, and the post ends as interrupted", async () => {
  const tester = server.tester("slow:150");
  await saveKeys(tester);
  const port = await pickPort();
  const env = server.env;
  const doomed = await startApp(env, { port });
  const answer = await tester.callAt(doomed.url)("POST", "/api/blog/generate", BODY);
  const { id }: { id: string } = await answer.json();
  const seen = await followTo("section-delta", tester, id);
  await doomed.stop();

  const restarted = await startApp(env, { port });
  const call = tester.callAt(restarted.url);
  const running: Post = await (await call("GET", `/api/blog/posts/${id}`)).json();
  expect(running.status).toBe("running");
  expect(running.lastEventId).toBeGreaterThanOrEqual(seen.length);

  await server.database.sql`
    UPDATE posts SET updated_at = now() - interval '10 minutes' WHERE id = ${id}`;
  const events = await collectEvents(await call("GET", `/api/blog/posts/${id}/events`));
  expect(events.slice(0, seen.length)).toEqual(seen);
  expect(events.slice(-2)).toMatchObject([
    { type: "error", data: { code: "interrupted" } },
    { type: "done", data: { status: "failed" } },
  ]);
  const post: Post = await (await call("GET", `/api/blog/posts/${id}`)).json();
  expect(post).toMatchObject({ status: "failed", document: fold(TOPIC, events) });
  expect(fold(TOPIC, events).sections).toEqual(running.document.sections);

  tester.keys.gemini = `ok-g-${id}`;
  await saveKeys(tester);
  const next = await call("POST", "/api/blog/generate", BODY, { prefer: "wait=60" });
  expect(await next.json()).toMatchObject({ status: "ready" });
  await restarted.stop();
});
