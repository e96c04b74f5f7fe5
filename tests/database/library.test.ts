import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEvent, emptyDocument } from "@/lib/blog/apply-event";
import { startQueued } from "@/lib/blog/durable/runs/start-queued";
import { saveEdit } from "@/lib/blog/edit/save-edit";
import { saveEditBody } from "@/lib/blog/edit/schema";
import { appendEvents } from "@/lib/blog/events/append-events";
import { readEvents } from "@/lib/blog/events/follow-events";
import { finishRun } from "@/lib/blog/finish-run";
import { deletePost } from "@/lib/blog/library/delete-post";
import { duplicatePost } from "@/lib/blog/library/duplicate-post";
import { listPosts } from "@/lib/blog/library/list-posts";
import { restorePost } from "@/lib/blog/library/restore-post";
import { goBack } from "@/lib/blog/phases/go-back";
import { getPost } from "@/lib/blog/posts/get-post";
import { saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { anyEvent, makePost, makeUser, requestPost } from "../world/posts/make-post";
import { makeResearchedPost } from "../world/posts/make-researched-post";
import { scaled } from "../world/scale";

const database = setUpDatabase();
const SECTION = { id: "sec-1", heading: "What it keeps", sourceIds: ["S1"] };
const titles = async (...query: Parameters<typeof listPosts>) =>
  (await listPosts(...query)).map(({ title }) => title);

test("a deleted post is nowhere but among the deleted ones, and comes back as it was", async () => {
  const { user, id } = await makePost();
  await appendEvents(user, id, [{ type: "query", data: { query: "caching" } }]);
  await finishRun(user, id, { status: "ready" });
  const before = await getPost(user, id);
  await deletePost(user, id);
  expect(await getPost(user, id)).toBeNull();
  expect(await listPosts(user)).toEqual([]);
  expect(await listPosts(user, { status: "ready" })).toEqual([]);
  expect(await listPosts(user, { status: "deleted" })).toMatchObject([
    { id, status: "ready", deletedAt: expect.any(String) },
  ]);
  for (const refused of [deletePost, duplicatePost])
    await expect(refused(user, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await restorePost(user, id)).toEqual(before);
  expect(await restorePost(user, id)).toEqual(before);
  expect(await listPosts(user, { status: "deleted" })).toEqual([]);
  expect(await listPosts(user)).toMatchObject([{ id, deletedAt: null }]);
});

test("deleting a post that is being written stops its run first, and frees its Idempotency-Key", async () => {
  const user = await makeUser();
  const { id } = await requestPost(user, { topic: "Caching" }, "key");
  await appendEvents(user, id, [{ type: "query", data: { query: "caching" } }]);
  await deletePost(user, id);
  expect(await readEvents(user, id)).toMatchObject([
    { type: "query" },
    { type: "done", data: { status: "stopped" } },
  ]);
  expect(await requestPost(user, { topic: "Caching" }, "key")).toMatchObject({ created: true });
  expect(await restorePost(user, id)).toMatchObject({ status: "stopped" });
});

test("a deleted post is erased after seven days, with all that hangs on it, and not an hour before", async () => {
  const { user, id } = await makePost();
  const { sql } = database();
  await finishRun(user, id, { status: "ready" });
  const copy = await duplicatePost(user, id);
  await deletePost(user, copy.id);
  const age = (time: string) =>
    sql`UPDATE posts SET deleted_at = now() - ${time}::interval WHERE id = ${copy.id}`;
  await age("6 days 23 hours");
  expect(await listPosts(user, { status: "deleted" })).toHaveLength(1);
  await age("7 days 1 minute");
  expect(await listPosts(await makeUser())).toEqual([]);
  expect(await sql`SELECT 1 FROM posts WHERE id = ${copy.id}`).toHaveLength(1);
  await expect(restorePost(user, copy.id)).rejects.toMatchObject({ code: "not_found" });
  for (const table of ["post_events", "post_versions", "notices"])
    expect(await sql`SELECT 1 FROM ${sql(table)} WHERE post_id = ${copy.id}`).toHaveLength(0);
  expect(await listPosts(user)).toMatchObject([{ id }]);
});

test("a copy has the document of its original, as the fold of its own events, and has cost nothing", async () => {
  const endings = fc.constantFrom("ready", "stopped", "failed", "needs-key");
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 20 }), endings, async (events, status) => {
      const { user, id } = await makePost();
      if (events.length > 0) await appendEvents(user, id, events);
      const problem = { code: "no_sources" };
      const failed = status === "failed" || status === "needs-key";
      await finishRun(user, id, { status, ...(failed ? { problem } : {}) });
      const original = await getPost(user, id);
      const copy = await duplicatePost(user, id);
      const expected = {
        ...original?.document,
        title: `Copy of ${original?.document.title}`,
        cost: { totalUsd: 0, byProvider: {} },
      };
      expect(copy).toMatchObject({ status, version: 1, topic: original?.topic });
      expect(copy.document).toEqual(expected);
      const own = await readEvents(user, copy.id);
      expect(own.map((event) => event.id)).toEqual(own.map((_, index) => index + 1));
      expect(own.reduce(applyEvent, emptyDocument(copy.topic))).toEqual(expected);
      expect(copy.lastEventId).toBe(own.length);
      expect(await getPost(user, id)).toEqual(original);
    }),
    { numRuns: scaled(60) },
  );
});

test("a copy of a published post is ready, keeps what its original may cite, and has a first version", async () => {
  const { user, id } = await makePost();
  const { sql } = database();
  await finishRun(user, id, { status: "ready" });
  const library = { sources: [], passages: [{ id: "S1.p1", sourceId: "S1", text: "Text" }] };
  await sql`UPDATE posts SET status = 'published', cost_usd = 0.06 WHERE id = ${id}`;
  await sql`INSERT INTO post_checkpoints (post_id, step, user_id, data)
    VALUES (${id}, 'library', ${user}, ${sql.json(library)})`;
  const copy = await duplicatePost(user, id);
  expect(copy.status).toBe("ready");
  const kept = await sql`SELECT step, data FROM post_checkpoints WHERE post_id = ${copy.id}`;
  expect(kept).toEqual([{ step: "library", data: library }]);
  const versions = await sql`
    SELECT version, document FROM post_versions WHERE post_id = ${copy.id}`;
  expect(versions).toEqual([{ version: 1, document: copy.document }]);
  const [row] = await sql`SELECT cost_usd, idempotency_key FROM posts WHERE id = ${copy.id}`;
  expect(row).toEqual({ cost_usd: "0.000000", idempotency_key: null });
  expect(await listPosts(user, { q: "copy of" })).toMatchObject([{ id: copy.id, costUsd: 0 }]);
});

test("a post whose run goes on cannot be duplicated", async () => {
  const { user, id } = await makePost();
  await expect(duplicatePost(user, id)).rejects.toMatchObject({ code: "still_writing" });
});

test("the list is searched by the words of title and topic, in any case, and by status", async () => {
  const user = await makeUser();
  const { id } = await requestPost(user, { topic: "Caching in Next.js" });
  await requestPost(user, { topic: "100 % cotton_wool" });
  await finishRun(user, id, { status: "ready" });
  await startQueued(user);
  expect(await titles(user, { q: "next CACHING" })).toEqual(["Caching in Next.js"]);
  expect(await titles(user, { q: "%" })).toEqual(["100 % cotton_wool"]);
  expect(await titles(user, { q: "n_W" })).toEqual(["100 % cotton_wool"]);
  expect(await titles(user, { q: "\\" })).toEqual([]);
  expect(await titles(user, { q: "fonts" })).toEqual([]);
  expect(await titles(user, { status: "ready" })).toEqual(["Caching in Next.js"]);
  expect(await titles(user, { status: "ready", q: "cotton" })).toEqual([]);
  expect(await titles(user, { status: "running" })).toEqual(["100 % cotton_wool"]);
});

test("the list says how many words are read, once a run has ended, and counts each edit", async () => {
  const user = await makeUser();
  const words = async () => (await listPosts(user)).map((post) => post.words);
  const { id } = await requestPost(user, { topic: "Caching in Next.js" });
  await appendEvents(user, id, [
    { type: "outline", data: { title: "Caching", sections: [SECTION] } },
    { type: "section-start", data: { sectionId: SECTION.id } },
    {
      type: "section-delta",
      data: { sectionId: SECTION.id, text: "A cache keeps **it** [^S1.p1]." },
    },
  ]);
  expect(await words()).toEqual([null]);
  await finishRun(user, id, { status: "ready" });
  expect(await words()).toEqual([4]);
  const markdown = "### Not a word\n\nTwo words.\n\n- three\n\n```\nnot code\n```";
  const sections = [{ id: SECTION.id, heading: SECTION.heading, markdown }];
  await saveEdit(user, id, saveEditBody.parse({ version: 1, sections }));
  expect(await words()).toEqual([3]);
  await duplicatePost(user, id);
  expect(await words()).toEqual([3, 3]);
  const kept = JSON.stringify("Kept before words were counted [^S1.p1].");
  await database().sql`UPDATE posts SET words = NULL,
    document = jsonb_set(document, '{sections,0,markdown}', ${kept}::text::jsonb) WHERE id = ${id}`;
  expect((await words()).toSorted()).toEqual([3, 5]);
});

test.each([
  ["search", ["preflight", "plan"], { sections: 0, sources: 0 }],
  ["outline", ["preflight", "plan", "library"], { sections: 0, sources: 3 }],
  ["sections", ["preflight", "plan", "library", "outline"], { sections: 3, sources: 3 }],
] as const)(
  "back to %s a copy goes on from what was paid for, and the post stays as it was",
  async (phase, steps, left) => {
    const { user, post } = await makeResearchedPost();
    const { sql } = database();
    await saveKeyDirectly(user, { gemini: "ok-back-gemini", exa: "ok-back-exa" });
    const outline = { title: "Old", sections: [], approved: true };
    for (const [step, data] of Object.entries({
      preflight: {},
      plan: {},
      outline,
      "section:sec-1": {},
      seo: {},
    }))
      await sql`INSERT INTO post_checkpoints (post_id, step, user_id, data, finished_at)
      VALUES (${post.id}, ${step}, ${user}, ${sql.json(data)}, now())`;
    const before = await getPost(user, post.id);
    const copy = await goBack(user, post.id, phase);
    expect(await getPost(user, post.id)).toEqual(before);
    expect(["queued", "running"]).toContain(copy.status);
    expect(copy.document.sections).toHaveLength(left.sections);
    expect(copy.document.sources).toHaveLength(left.sources);
    expect(copy.document.sections.every(({ markdown }) => markdown === "")).toBe(true);
    expect(copy.document).toMatchObject({
      citations: [],
      verdicts: [],
      seo: null,
      cost: { totalUsd: 0 },
    });
    const kept = await sql`
    SELECT step, data FROM post_checkpoints WHERE post_id = ${copy.id} AND finished_at IS NOT NULL`;
    expect(kept.map(({ step }) => step).toSorted()).toEqual([...steps].toSorted());
    const planned = kept.find(({ step }) => step === "outline")?.data;
    if (phase === "sections")
      expect(planned).toEqual({
        ...{ title: post.document.title, approved: true },
        sections: post.document.sections.map(({ id, heading, sourceIds }) => ({
          id,
          heading,
          sourceIds,
        })),
      });
    const [row] =
      await sql`SELECT request->>'approveOutline' AS waits FROM posts WHERE id = ${copy.id}`;
    expect(row?.waits === "true").toBe(phase === "outline");
    const other = await makeUser();
    await expect(goBack(other, post.id, phase)).rejects.toMatchObject({ code: "not_found" });
  },
);

test("nobody else deletes, restores or duplicates a post", async () => {
  const { user, id } = await makePost();
  const other = await makeUser();
  await finishRun(user, id, { status: "ready" });
  const refuse = async () => {
    for (const work of [deletePost, restorePost, duplicatePost])
      await expect(work(other, id)).rejects.toMatchObject({ code: "not_found" });
  };
  const before = await getPost(user, id);
  await refuse();
  expect(await getPost(user, id)).toEqual(before);
  await deletePost(user, id);
  await refuse();
  expect(await listPosts(other, { status: "deleted" })).toEqual([]);
  expect(await getPost(user, id)).toBeNull();
});
