import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { splitSentences } from "@/lib/blog/claims/split-sentences";
import type { Openings, Originality, OwnLinks, Proposal } from "@/lib/blog/edit/schema";
import type { Post } from "@/lib/blog/schema";
import { inFull } from "../world/in-full";
import { readProblem } from "../world/servers/read-problem";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { shareProduction } from "../world/servers/share-production";
import { saveKeys } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { readWork, type WorkEvent } from "../world/wizard/read-work";

const TOPIC = "Caching in Next.js";
const server = shareProduction();
afterAll(() => server.stop());

type Written = { tester: Tester; path: string; post: Post };

async function writePost(tester = server.tester("ok")): Promise<Written> {
  await saveKeys(tester);
  const body = { topic: TOPIC, wordCount: 400 };
  const answer = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  const post: Post = await answer.json();
  expect(post.status).toBe("ready");
  return { tester, path: `/api/blog/posts/${post.id}`, post };
}

const readPost = async ({ tester, path }: Written): Promise<Post> =>
  (await tester.call("GET", path)).json();
const readDone = <T>(events: WorkEvent[], read: (data: unknown) => T): T => {
  const last = events.at(-1);
  if (last?.type !== "done") throw new Error(JSON.stringify(events));
  return read(last.data.data);
};
const countCalls = async ({ tester }: Written) => {
  const logs = await Promise.all(
    Object.values(tester.keys).map((key) => readSandboxLog(server.sandboxUrl, key)),
  );
  return logs.flat().length;
};
const saveSection = async ({ tester, path, post }: Written, version: number, markdown: string) => {
  const sections = post.document.sections.map((section, index) => {
    const { id, heading } = section;
    return { id, heading, markdown: index === 0 ? markdown : section.markdown };
  });
  const answer = await tester.call("PATCH", path, { version, sections, reason: "tool" });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as Post;
};

test("three openings cite only what the post has found, cost what is booked, and change nothing until one is accepted", async () => {
  const written = await writePost();
  const { tester, path, post } = written;
  const { version } = post;
  const events = await readWork(await tester.call("POST", `${path}/openings`, { version }));
  const { openings, sectionId } = readDone(events, (data) => data as Openings);
  expect(openings.map(({ kind }) => kind)).toEqual(["question", "fact", "scene"]);
  expect(new Set(openings.map(({ markdown }) => markdown)).size).toBe(3);
  for (const { markdown, citations } of openings) {
    expect(markdown).toMatch(/\[\^S\d+\.p\d+\]/);
    expect(markdown).not.toMatch(/\n|https?:|<|\[\[/);
    const marks = [...markdown.matchAll(/\[\^(S\d+\.p\d+)\]/g)].map(([, id]) => id);
    expect(citations.map(({ passageId }) => passageId)).toEqual([...new Set(marks)]);
  }
  const after = await readPost(written);
  expect([after.version, after.document.sections]).toEqual([version, post.document.sections]);
  const spent = after.document.cost.totalUsd - post.document.cost.totalUsd;
  const costs = events.flatMap((event) => (event.type === "cost" ? [event.data.usd] : []));
  expect(costs.at(-1)).toBeCloseTo(spent, 5);
  expect(spent).toBeGreaterThan(0);
  const [chosen] = openings;
  const first = post.document.sections[0];
  expect(sectionId).toBe(first?.id);
  const saved = await saveSection(
    written,
    version,
    `${chosen?.markdown}\n\n${first?.markdown.trim()}`,
  );
  expect(saved.document.sections[0]?.markdown.startsWith(chosen?.markdown ?? "-")).toBe(true);
  for (const { passageId } of chosen?.citations ?? [])
    expect(saved.document.citations).toContainEqual(
      expect.objectContaining({ sectionId, passageId }),
    );
});

inFull(
  "smooth transitions read both neighbours as data and change the first and the last sentence alone",
  async () => {
    const written = await writePost();
    const { tester, path, post } = written;
    const [, section] = post.document.sections;
    const body = { version: post.version, action: "flow" };
    const url = `${path}/sections/${section?.id}/revise`;
    const { markdown, action } = readDone(
      await readWork(await tester.call("POST", url, body)),
      (data) => data as Proposal,
    );
    expect(action).toBe("flow");
    const before = splitSentences(section?.markdown ?? "");
    const after = splitSentences(markdown);
    expect(after[0]?.text).not.toBe(before[0]?.text);
    expect(after.at(-1)?.text).not.toBe(before.at(-1)?.text);
    const middle = section?.markdown.slice(before[0]?.end, before.at(-1)?.start) ?? "-";
    expect(markdown).toContain(middle);
    const log = await readSandboxLog(server.sandboxUrl, tester.keys.gemini);
    const prompt = log.at(-1)?.prompt ?? "";
    expect(prompt).toMatch(/<neighbour place="before" nonce="[0-9a-f-]{36}">\n/);
    expect(prompt).toMatch(/<neighbour place="after" nonce="[0-9a-f-]{36}">\n/);

    const [only] = post.document.sections;
    const sections = [{ id: only?.id, heading: only?.heading, markdown: only?.markdown }];
    const saved = await tester.call("PATCH", path, { version: post.version, sections });
    const { version }: Post = await saved.json();
    const calls = await countCalls(written);
    const alone = await tester.call("POST", `${path}/sections/${only?.id}/revise`, {
      version,
      action: "flow",
    });
    expect((await readWork(alone)).at(-1)).toMatchObject({
      type: "error",
      data: { code: "no_neighbours" },
    });
    expect(await countCalls(written)).toBe(calls);
  },
);

inFull(
  "originality is measured without a call: what the sandbox copies is found with its passage",
  async () => {
    const written = await writePost();
    const { tester, path, post } = written;
    const calls = await countCalls(written);
    const { version } = post;
    const answer = await tester.call("POST", `${path}/sections/sec-1/originality`, { version });
    const found: Originality = await answer.json();
    expect(found.copiedWords).toBeGreaterThan(20);
    const markdown = post.document.sections[0]?.markdown.trim() ?? "";
    for (const { start, end, passageId, title } of found.copied) {
      expect(markdown.slice(start, end).split(/\s+/).length).toBeGreaterThanOrEqual(7);
      const source = post.document.sources.find(({ id }) => id === passageId.split(".")[0]);
      expect(source?.title).toBe(title);
    }
    expect(await countCalls(written)).toBe(calls);
    expect(await readPost(written)).toEqual(post);
    const saved = await saveSection(written, version, "All of this is mine, and nobody else's.");
    const clean = await tester.call("POST", `${path}/sections/sec-1/originality`, {
      version: saved.version,
    });
    expect(await clean.json()).toMatchObject({ copiedWords: 0, copied: [], shared: [] });
  },
);

test("a published post of one's own is offered and cited, without a call; where nothing is live it says so", async () => {
  const target = await writePost();
  const written = await writePost(target.tester);
  const { tester, path, post } = written;
  const { version } = post;
  const url = `${path}/sections/sec-1/links`;
  const calls = await countCalls(written);
  const none = await (await tester.call("POST", url, { version })).json();
  expect(none).toEqual({ version, published: 0, links: [] });
  await server.database.sql`
    INSERT INTO publications (post_id, user_id, integration_id, kind, site_url, status, version, remote_id, remote_url)
    SELECT id, user_id, ${randomUUID()}, 'ghost', 'https://me.example', 'live', version, '1', 'https://me.example/caching/'
    FROM posts WHERE id = ${target.post.id}`;
  const found: OwnLinks = await (await tester.call("POST", url, { version })).json();
  expect(found).toMatchObject({
    published: 1,
    links: [{ postId: target.post.id, url: "https://me.example/caching/" }],
  });
  const body = { version, postIds: [target.post.id] };
  const proposal: Proposal = await (await tester.call("POST", `${url}/proposal`, body)).json();
  expect(proposal.sources).toMatchObject([{ url: "https://me.example/caching/" }]);
  expect(await readPost(written)).toEqual(post);
  const saved = await saveSection(written, version, proposal.markdown);
  expect(saved.document.sources.at(-1)).toEqual(proposal.sources[0]);
  expect(saved.document.sections[0]?.markdown).toBe(proposal.markdown.trim());
  expect(await countCalls(written)).toBe(calls);
  const own = await tester.call("POST", `${url}/proposal`, {
    version: saved.version,
    postIds: [post.id],
  });
  expect((await readProblem(own)).code).toBe("not_found");
});

inFull(
  "bad requests, old versions and strangers get nothing of it, and nothing is called",
  async () => {
    const written = await writePost();
    const { tester, path, post } = written;
    const { version } = post;
    const section = `${path}/sections/sec-1`;
    const calls = await countCalls(written);
    const routes: [path: string, body: Record<string, unknown>][] = [
      [`${path}/openings`, { version }],
      [`${section}/revise`, { version, action: "flow" }],
      [`${section}/originality`, { version }],
      [`${section}/links`, { version }],
      [`${section}/links/proposal`, { version, postIds: [randomUUID()] }],
    ];
    const stranger = server.tester("ok");
    await saveKeys(stranger);
    for (const [at, body] of routes) {
      const stale = await tester.call("POST", at, { ...body, version: version + 1 });
      expect.soft((await readProblem(stale)).code, at).toBe("edit_conflict");
      const extra = await tester.call("POST", at, { ...body, userId: "user_x" });
      expect.soft((await readProblem(extra)).fields?.[0]?.field, at).toBe("userId");
      const { version: _, ...rest } = body;
      const missing = await readProblem(await tester.call("POST", at, rest));
      expect
        .soft(
          missing.fields?.map(({ field }) => field),
          at,
        )
        .toContain("version");
      expect.soft((await stranger.call("POST", at, body)).status, at).toBe(404);
      const nowhere = at.replace(post.id, randomUUID());
      expect.soft((await tester.call("POST", nowhere, body)).status, at).toBe(404);
      const elsewhere = at.replace("sec-1", "nowhere");
      if (elsewhere !== at)
        expect.soft((await tester.call("POST", elsewhere, body)).status, at).toBe(404);
    }
    for (const [at, body, field] of [
      [`${path}/openings`, { version, instruction: "x".repeat(501) }, "instruction"],
      [`${section}/links/proposal`, { version, postIds: [] }, "postIds"],
      [`${section}/links/proposal`, { version, postIds: ["1"] }, "postIds.0"],
      [`${section}/links/proposal`, { version, postIds: Array(6).fill(randomUUID()) }, "postIds"],
    ] as const)
      expect
        .soft((await readProblem(await tester.call("POST", at, body))).fields?.[0]?.field, field)
        .toBe(field);
    expect(await readPost(written)).toEqual(post);
    expect(await countCalls(written)).toBe(calls);
  },
);

test("a model that is manipulated brings no address and no unknown citation into an opening", async () => {
  const written = await writePost();
  const { tester, path, post } = written;
  const keys = { gemini: `hostile-g-${randomUUID()}` };
  expect((await tester.call("POST", "/api/onboarding/api-keys", keys)).status).toBe(200);
  const { version } = post;
  const answer = await tester.call("POST", `${path}/openings`, { version });
  const { openings } = readDone(await readWork(answer), (data) => data as Openings);
  expect(openings).toHaveLength(3);
  for (const { markdown } of openings) expect(markdown).not.toMatch(/evil|<script|S99|\[\[/);
});
