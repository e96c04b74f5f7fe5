import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Continuation } from "@/lib/blog/edit/schema";
import type { Post } from "@/lib/blog/schema";
import { readProblem } from "../world/servers/read-problem";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { shareProduction } from "../world/servers/share-production";
import { saveKeys } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { waitUntil } from "../world/wait-until";
import { readWork } from "../world/wizard/read-work";

const BEFORE = "Words that nobody has saved. What matters most about the cache";
const server = shareProduction();
let tester: Tester;
let post: Post;
let path: string;
beforeAll(async () => {
  tester = server.tester();
  await saveKeys(tester);
  const body = { topic: "Caching in Next.js", wordCount: 300 };
  const answer = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  post = await answer.json();
  path = `/api/blog/posts/${post.id}`;
});
afterAll(() => server.stop());

const readPost = async (): Promise<Post> => (await tester.call("GET", path)).json();
const ask = (body: unknown, sectionId = "sec-1") =>
  tester.call("POST", `${path}/sections/${sectionId}/continue`, body);
const countCalls = async () => (await readSandboxLog(server.sandboxUrl, tester.keys.gemini)).length;

test("words that are not saved yet are continued out of the post's passages, and nothing changes", async () => {
  const before = await readPost();
  const events = await readWork(await ask({ before: BEFORE }));
  const last = events.at(-1);
  if (last?.type !== "done") throw new Error(JSON.stringify(events));
  const { markdown, citations } = last.data.data as Continuation;
  const cited = [...markdown.matchAll(/\[\^(S\d+\.p\d+)\]/g)].map(([, id]) => id);
  expect(cited.length).toBeGreaterThan(0);
  expect(citations.map(({ passageId }) => passageId)).toEqual([...new Set(cited)]);
  const known = new Set(post.document.sources.map(({ id }) => id));
  expect(citations.filter(({ sourceId }) => !known.has(sourceId))).toEqual([]);
  const costs = events.flatMap((event) => (event.type === "cost" ? [event.data.usd] : []));
  const now = await readPost();
  expect([now.document.sections, now.version]).toEqual([post.document.sections, post.version]);
  const spent = now.document.cost.totalUsd - before.document.cost.totalUsd;
  expect(costs.at(-1)).toBeCloseTo(spent, 5);
});

test("bad bodies are named by field, and a stranger finds nothing; neither costs anything", async () => {
  const calls = await countCalls();
  for (const [body, field] of [
    [{}, "before"],
    [{ before: "x".repeat(4_001) }, "before"],
    [{ before: "x", after: "x".repeat(1_001) }, "after"],
    [{ before: "x", version: 1 }, "version"],
  ] as const) {
    const problem = await readProblem(await ask(body));
    expect.soft(problem.status, field).toBe(422);
    expect.soft(problem.fields?.map((one) => one.field)).toContain(field);
  }
  expect((await ask({ before: BEFORE }, "nowhere")).status).toBe(404);
  const stranger = server.tester();
  await saveKeys(stranger);
  const url = `${path}/sections/sec-1/continue`;
  expect((await stranger.call("POST", url, { before: BEFORE })).status).toBe(404);
  expect(await countCalls()).toBe(calls);
});

test("whoever hangs up closes the provider's connection", async () => {
  const gemini = `slow:60000-g-${randomUUID()}`;
  expect((await tester.call("POST", "/api/onboarding/api-keys", { gemini })).status).toBe(200);
  const line = new AbortController();
  const url = `${path}/sections/sec-1/continue`;
  const answer = await tester.call("POST", url, { before: BEFORE }, {}, line.signal);
  const reader = answer.body?.getReader();
  const writing = async () => {
    const log = await readSandboxLog(server.sandboxUrl, gemini);
    return log.find((entry) => entry.path.includes("GenerateContent"));
  };
  await waitUntil("the provider's answer to begin", async () => (await writing()) !== undefined);
  await reader?.read();
  line.abort();
  await waitUntil("the end of the connection", async () => (await writing())?.hungUp);
});
