import { afterAll, expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { inFull } from "../world/in-full";
import { collectEvents, fold, readUntil } from "../world/posts/read-events";
import { oneOfEach } from "../world/scale";
import { readSandboxLog, untilAnswering, untilClosed } from "../world/servers/sandbox-log";
import { shareProduction } from "../world/servers/share-production";
import { saveKeys } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";

const TOPIC = "Caching in Next.js";
const BODY = { topic: TOPIC, wordCount: 300 };

const server = shareProduction();
afterAll(() => server.stop());

async function start(tester: Tester): Promise<string> {
  const { id }: { id: string } = await (
    await tester.call("POST", "/api/blog/generate", BODY)
  ).json();
  return id;
}

async function getPost(tester: Tester, id: string): Promise<Post> {
  return (await tester.call("GET", `/api/blog/posts/${id}`)).json();
}

// A silent model says nothing for 50 seconds: Stop at its own server must not wait for a word. A slow one
// writes for longer than it takes a busy server to hear of it.
test.for([
  { where: "the same", scenario: "prose+silent:50", moment: "section-start" },
  { where: "another", scenario: "prose+slow:1500", moment: "section-delta" },
] as const)(
  "Stop at $where server closes the provider's connections, and nothing is called after it",
  async ({ where, scenario, moment }) => {
    const tester = server.tester(scenario);
    await saveKeys(tester);
    const id = await start(tester);
    await readUntil(moment, await tester.call("GET", `/api/blog/posts/${id}/events`));
    await untilAnswering(server.sandboxUrl, tester.keys.gemini);
    const call = tester.callAt(where === "another" ? server.secondUrl : server.url);
    const stopped: Post = await (await call("POST", `/api/blog/posts/${id}/cancel`)).json();
    expect(stopped).toMatchObject({ status: "stopped", document: { problem: null } });

    const calls = await untilClosed(server.sandboxUrl, tester.keys.gemini);
    const hungUp = calls.filter((entry) => entry.hungUp);
    expect(hungUp.length).toBeGreaterThan(0);
    for (const { ms } of hungUp) expect(ms).toBeLessThan(40_000);
    const ledger = () => server.database.sql<{ status: string }[]>`
    SELECT status FROM usage_events WHERE post_id = ${id} AND status = 'pending'`;
    await waitUntil("the ledger to be settled", async () => (await ledger()).length === 0);

    const [spent] = await server.database.sql`
      SELECT sum(cost_usd)::float AS usd FROM usage_events WHERE post_id = ${id}`;
    await waitUntil("the whole cost", async () => {
      const { document } = await getPost(tester, id);
      return Math.abs(document.cost.totalUsd - spent?.usd) < 1e-6;
    });
    const post = await getPost(tester, id);
    const { cost } = post.document;
    expect(post).toMatchObject({
      ...stopped,
      document: { ...stopped.document, cost },
      lastEventId: post.lastEventId,
    });
    const again = await tester.call("POST", `/api/blog/posts/${id}/cancel`);
    expect(await again.json()).toEqual(post);
    const events = await collectEvents(await tester.call("GET", `/api/blog/posts/${id}/events`));
    expect(fold(TOPIC, events)).toEqual(post.document);
    const later = await readSandboxLog(server.sandboxUrl, tester.keys.gemini);
    expect(later).toHaveLength(calls.length);
  },
);

const ENDINGS = [
  { gemini: "reject-later:2", exa: "ok", status: "needs-key", code: "key_rejected" },
  { gemini: "after:1+leaked", exa: "ok", status: "needs-key", code: "key_leaked" },
  { gemini: "after:2+suspended", exa: "ok", status: "needs-key", code: "account_suspended" },
  { gemini: "quota-day", exa: "ok", status: "needs-key", code: "quota_day" },
  { gemini: "billing", exa: "ok", status: "needs-key", code: "billing_required" },
  { gemini: "prose+safety", exa: "ok", status: "failed", code: "content_blocked" },
  { gemini: "ok", exa: "no-credits", status: "needs-key", code: "no_credits" },
  { gemini: "ok", exa: "after:1+bad", status: "needs-key", code: "key_rejected" },
  { gemini: "ok", exa: "empty", status: "failed", code: "no_sources" },
];

test.for(oneOfEach(ENDINGS, ({ status, exa }) => [`${status} ${exa === "ok"}`]))(
  "a run with a $gemini Gemini key and a $exa Exa key ends as $status: $code",
  async ({ gemini, exa, status, code }) => {
    const tester = server.tester(gemini);
    tester.keys.exa = tester.keys.exa.replace("ok-", `${exa}-`);
    await saveKeys(tester);
    const headers = { prefer: "wait=240" };
    const answer = await tester.call("POST", "/api/blog/generate", BODY, headers);
    expect(await answer.json()).toMatchObject({ status, document: { problem: { code } } });
    const id = answer.headers.get("location")?.split("/").at(-1) ?? "";
    const post = await waitUntil("the prices of all calls", async () => {
      const ended = await getPost(tester, id);
      return ended.document.cost.pendingUsd === undefined && ended;
    });
    const events = await collectEvents(await tester.call("GET", `/api/blog/posts/${id}/events`));
    expect(fold(TOPIC, events)).toEqual(post.document);
    const type = status === "needs-key" ? "needs-key" : "error";
    expect(events.filter((event) => event.type === type)).toMatchObject([{ data: { code } }]);
    expect(events.at(-1)).toMatchObject({ type: "done", data: { status } });
    if (code === "no_sources") expect(post.document.sections).toEqual([]);
  },
);

inFull(
  "a run goes on after its key was replaced, and pays for nothing again that it had finished",
  async () => {
    const tester = server.tester("reject-later:3");
    await saveKeys(tester);
    const parked: Post = await (
      await tester.call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" })
    ).json();
    expect(parked).toMatchObject({
      status: "needs-key",
      document: { problem: { code: "key_rejected" } },
    });
    tester.keys.gemini = `ok-g-${parked.id}`;
    await saveKeys(tester);
    const before = await readSandboxLog(server.sandboxUrl, tester.keys.exa);
    const resumed = await tester.call("POST", `/api/blog/posts/${parked.id}/resume`);
    expect(resumed.status).toBe(202);
    await waitUntil("the end", async () => (await getPost(tester, parked.id)).finishedAt);
    const post = await getPost(tester, parked.id);
    expect(post).toMatchObject({ status: "ready", document: { problem: null } });
    expect(post.document.sources).toEqual(parked.document.sources);
    expect(await readSandboxLog(server.sandboxUrl, tester.keys.exa)).toHaveLength(before.length);
    const twice = await tester.call("POST", `/api/blog/posts/${parked.id}/resume`);
    expect([twice.status, (await twice.json()).code]).toEqual([409, "not_resumable"]);
  },
);

inFull(
  "a run waits for its outline as long as it takes, on no server, and writes what was approved",
  async () => {
    const tester = server.tester();
    await saveKeys(tester);
    const body = { ...BODY, approveOutline: true };
    const { id }: Post = await (await tester.call("POST", "/api/blog/generate", body)).json();
    await waitUntil("the outline", async () => (await getPost(tester, id)).status === "waiting");
    const waiting = await getPost(tester, id);
    const [one, two, ...others] = waiting.document.sections;
    const sections = [
      { heading: "A section of my own" },
      { id: two?.id, heading: "Renamed", sourceIds: two?.sourceIds.slice(0, 1) },
      { id: one?.id, heading: one?.heading },
    ];
    const path = `/api/blog/posts/${id}/outline`;
    const bad = await tester.call("POST", path, { sections: [] });
    expect(bad.status).toBe(422);
    const answers = await Promise.all([
      tester.call("POST", path, { title: "My title", sections }),
      tester.callAt(server.secondUrl)("POST", path, { title: "My title", sections }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    await waitUntil("the end", async () => (await getPost(tester, id)).finishedAt);
    const post = await getPost(tester, id);
    expect(post).toMatchObject({ status: "ready", document: { title: "My title" } });
    expect(post.document.sections.map(({ heading }) => heading)).toEqual(
      sections.map(({ heading }) => heading),
    );
    expect(new Set(post.document.sections.map((section) => section.id)).size).toBe(3);
    expect(others.length).toBeGreaterThan(0);
    for (const { markdown } of post.document.sections) expect(markdown).not.toBe("");
    const events = await collectEvents(await tester.call("GET", `/api/blog/posts/${id}/events`));
    expect(fold(TOPIC, events)).toEqual(post.document);
  },
);
