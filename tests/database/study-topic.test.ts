import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { studyBody } from "@/lib/blog/study/schema";
import { studyTopic } from "@/lib/blog/study/study-topic";
import type { EmitWork } from "@/lib/http/schema";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
const sandbox = setUpSandbox();

async function makeUser(scenarios: { gemini?: string; exa?: string } = {}) {
  const user = clerkUser(`study_${randomUUID()}`);
  const gemini = `${scenarios.gemini ?? "ok"}-study-${randomUUID()}`;
  const exa = `${scenarios.exa ?? "ok"}-study-${randomUUID()}`;
  await saveKeyDirectly(user, { gemini, exa });
  return { user, gemini, exa };
}

/** What a study of a topic tells while it is made: its fields by name, in their order, and its costs. */
async function study(user: UserId, body: object = {}) {
  const fields: [string, unknown][] = [];
  const costs: number[] = [];
  const emit: EmitWork = (type, data) => {
    if (type === "field" && "name" in data) fields.push([data.name, data.value]);
    if (type === "cost" && "usd" in data) costs.push(data.usd);
  };
  const parsed = studyBody.parse({ topic: "Caching in Next.js", ...body });
  const { signal } = new AbortController();
  const failure = await studyTopic(user, parsed, { emit, signal }).then(
    () => null,
    (error: unknown) => error,
  );
  return { fields, costs, failure };
}

test("a topic is looked at with one search and one call, each finding told as it comes, all of it booked", async () => {
  const { user, gemini, exa } = await makeUser();
  const { fields, costs, failure } = await study(user, { keywords: ["revalidation"] });
  expect(failure).toBeNull();
  const names = ["pages", "covered", "angles", "keywords", "questions"];
  expect(fields.map(([name]) => name)).toEqual(names);
  const { pages, ...lists } = Object.fromEntries(fields);
  expect(pages).toContainEqual({
    url: expect.stringMatching(/^https?:/),
    title: expect.any(String),
    publishedAt: null,
  });
  for (const list of Object.values(lists)) {
    expect(new Set(list as string[]).size).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(list)).not.toMatch(/https?:|<|\[\[/);
  }
  expect(lists.keywords).toContain("revalidation");
  expect(lists.covered).toHaveLength(3);
  const calls = [
    await readSandboxLog(sandbox().url, exa),
    await readSandboxLog(sandbox().url, gemini),
  ];
  expect(calls.map(({ length }) => length)).toEqual([1, 1]);
  expect(calls[1]?.[0]?.prompt).toContain("Task: study");
  expect(calls[1]?.[0]?.prompt).toContain("covered: what these pages say already");
  const [sum] = await database().sql`
    SELECT sum(cost_usd)::float AS usd, count(*)::int AS rows FROM usage_events
    WHERE user_id = ${user} AND post_id IS NULL AND status = 'settled'`;
  expect(sum?.rows).toBe(2);
  expect(costs.at(-1)).toBeCloseTo(sum?.usd, 5);
});

test("where nothing is written, that is said, and no word is paid for", async () => {
  const { user, gemini } = await makeUser({ exa: "empty" });
  const { fields, failure } = await study(user);
  expect(failure).toMatchObject({ code: "no_sources" });
  expect(fields).toEqual([]);
  expect(await readSandboxLog(sandbox().url, gemini)).toEqual([]);
});

test("what the search has found stays with a model that fails", async () => {
  const { user } = await makeUser({ gemini: "expired" });
  const { fields, failure } = await study(user);
  expect(failure).toMatchObject({ code: "key_expired" });
  expect(fields.map(([name]) => name)).toEqual(["pages"]);
});
