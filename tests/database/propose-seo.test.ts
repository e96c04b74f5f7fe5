import { expect, test } from "vitest";
import { knowRun } from "@/lib/blog/durable/steps/know-run";
import type { NewEvent } from "@/lib/blog/events/append-events";
import { openRun } from "@/lib/blog/open-run";
import { listSlugs } from "@/lib/blog/posts/list-slugs";
import type { Run } from "@/lib/blog/run";
import { type GenerateInput, generateBody, type PostDocument } from "@/lib/blog/schema";
import { proposeSeo } from "@/lib/blog/stages/propose-seo";
import { mendSeo } from "@/lib/seo/mend-seo";
import type { Seo } from "@/lib/seo/schema";
import { listRaises, scorePost } from "@/lib/seo/score-post";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { requestPost } from "../world/posts/make-post";
import { makeGoodPost } from "../world/posts/sample-post";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
const sandbox = setUpSandbox();

const POST: PostDocument = { ...makeGoodPost(), seo: null };
let serial = 0;

/** A run at its last stage, of a user whose Gemini key plays a scenario, and what it emits. */
async function openSeoRun(
  scenario: string,
  input: Partial<GenerateInput> = {},
  stop = new AbortController(),
) {
  serial += 1;
  const key = `${scenario}-seo-${serial}`;
  const user = clerkUser(`seo_${serial}`);
  await saveKeyDirectly(user, { gemini: key, exa: `ok-seo-${serial}` });
  const body = { topic: "Heat pumps in old houses", ...input };
  const { id: postId } = await requestPost(user, body);
  const events: NewEvent[] = [];
  const run: Run = openRun({
    user,
    known: knowRun({ user, postId }),
    model: { id: "gemini-3.5-flash-lite", wanted: "gemini-3.5-flash-lite" },
    postId,
    request: generateBody.parse(body),
    author: { parts: [], avoidDomains: [], preferDomains: [] },
    signal: stop.signal,
    emit: (type, data) => void events.push({ type, data } as NewEvent),
  });
  const calls = () => readSandboxLog(sandbox().url, key);
  const proposed = () => events.filter(({ type }) => type === "seo");
  return { run, user, postId, calls, proposed };
}

/** Stores a listing in another post of the user, as a finished run does. */
async function storePost(user: Run["user"], slug: string, deleted = false): Promise<void> {
  const { id } = await requestPost(user, { topic: "Another post" });
  const document = { ...POST, seo: { ...mendSeo(undefined, POST), slug } };
  await database().sql`UPDATE posts SET document = ${database().sql.json(document)},
    deleted_at = ${deleted ? new Date() : null} WHERE id = ${id}`;
}

test("one call proposes a listing that is valid and becomes an event", async () => {
  const { run, calls, proposed } = await openSeoRun("ok", { keywords: ["heat pump", "old house"] });
  const seo = await proposeSeo(run, POST);
  expect(proposed()).toEqual([{ type: "seo", data: seo }]);
  expect(seo.keyword).toBe("heat pump");
  expect(seo.titles).toHaveLength(5);
  expect(seo.titles.join()).not.toMatch(/\d/);
  expect(mendSeo(seo, POST, { keywords: ["heat pump"] })).toMatchObject({
    title: seo.title,
    description: seo.description,
    slug: seo.slug,
  });
  const score = scorePost({ ...POST, seo });
  expect(listRaises(score).map(({ id }) => id)).not.toContain("keyword");
  const [call, ...more] = await calls();
  expect(more).toEqual([]);
  expect(call?.prompt).toContain('<passage id="text" nonce="');
  expect(call?.prompt).not.toContain("[^S1.p1]");
  const rows = await database().sql`SELECT operation, post_id FROM usage_events
    WHERE user_id = ${run.user}`;
  expect(rows).toEqual([{ operation: "seo", post_id: run.postId }]);
});

test("the slug is not one of the user's other posts, but may be of a deleted or a stranger's", async () => {
  const first = await openSeoRun("ok");
  const { slug } = await proposeSeo(first.run, POST);
  const second = await openSeoRun("ok");
  await storePost(second.user, slug, true);
  expect(await listSlugs(second.user, second.postId)).toEqual(new Set());
  expect((await proposeSeo(second.run, POST)).slug).toBe(slug);
  await storePost(second.user, slug);
  expect((await proposeSeo(second.run, POST)).slug).toBe(`${slug}-2`);
  await storePost(second.user, `${slug}-2`);
  expect((await proposeSeo(second.run, POST)).slug).toBe(`${slug}-3`);
});

test("a hostile reply leaves nothing in the listing", async () => {
  const { run } = await openSeoRun("hostile");
  const seo: Seo = await proposeSeo(run, POST);
  expect(JSON.stringify(seo)).not.toMatch(/<|script>|alert|evil|https?:/i);
  expect(mendSeo(seo, POST)).toMatchObject({ title: seo.title, slug: seo.slug });
});

test.each([
  "overloaded",
  "error500",
  "off-schema",
  "badjson",
  "max-tokens",
  "safety",
  "blocked-prompt",
  "nofinish",
])("%s: code alone makes the listing", async (scenario) => {
  const { run, proposed } = await openSeoRun(scenario);
  const seo = await proposeSeo(run, POST);
  expect(seo).toEqual(mendSeo(undefined, POST));
  expect(proposed()).toHaveLength(1);
});

test("a cap that is reached makes no call, and the run hears of it", async () => {
  const { run, calls, proposed } = await openSeoRun("ok", { capUsd: 0.000001 });
  await expect(proposeSeo(run, POST)).rejects.toMatchObject({ code: "cap_reached" });
  expect(await calls()).toEqual([]);
  expect(proposed()).toEqual([]);
});

test.each([
  ["bad", "key_rejected"],
  ["leaked", "key_leaked"],
  ["billing", "billing_required"],
  ["quota-day", "quota_day"],
])("%s: the run hears of it, since its user can mend it", async (scenario, code) => {
  const { run, proposed } = await openSeoRun(scenario);
  await expect(proposeSeo(run, POST)).rejects.toMatchObject({ code });
  expect(proposed()).toEqual([]);
});

test("a run that is stopped makes no listing", async () => {
  const stop = new AbortController();
  const { run, proposed } = await openSeoRun("ok", {}, stop);
  stop.abort(new Error("Stopped"));
  await expect(proposeSeo(run, POST)).rejects.toThrow();
  expect(proposed()).toEqual([]);
});
