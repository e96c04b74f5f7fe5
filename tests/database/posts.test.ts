import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEvent, emptyDocument } from "@/lib/blog/apply-event";
import { RunEndedError } from "@/lib/blog/durable/run-ended-error";
import { appendEvents, type NewEvent } from "@/lib/blog/events/append-events";
import { readEvents } from "@/lib/blog/events/follow-events";
import { finishRun } from "@/lib/blog/finish-run";
import { listPosts } from "@/lib/blog/library/list-posts";
import { cancelPost } from "@/lib/blog/posts/cancel-post";
import { getPost } from "@/lib/blog/posts/get-post";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { anyEvent, makePost, makeUser, requestPost } from "../world/posts/make-post";
import { scaled } from "../world/scale";

const database = setUpDatabase();

test("one Idempotency-Key makes one post, however many requests arrive at once", async () => {
  const user = await makeUser();
  const made = await Promise.all(
    Array.from({ length: 50 }, () =>
      requestPost(user, { topic: "Caching", wordCount: 600 }, "key-1"),
    ),
  );
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(made.filter(({ created }) => created)).toHaveLength(1);
  expect(await listPosts(user)).toHaveLength(1);
  const reordered = await requestPost(
    user,
    { wordCount: 600, research: "basic", topic: " Caching " },
    "key-1",
  );
  expect(reordered).toEqual({ id: made[0]?.id, created: false });
  const other = await makeUser();
  expect(await requestPost(other, { topic: "Quite another" }, "key-1")).toMatchObject({
    created: true,
  });
  const without = await Promise.all([
    requestPost(user, { topic: "One" }),
    requestPost(user, { topic: "One" }),
  ]);
  expect(new Set(without.map(({ id }) => id)).size).toBe(2);
});

test("another body with the same key is a conflict, also when both arrive at once", async () => {
  const user = await makeUser();
  const both = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      requestPost(user, { topic: `Topic ${index % 2}` }, "key-2"),
    ),
  );
  const made = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(made).toHaveLength(10);
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  for (const error of refused) expect(error).toMatchObject({ code: "conflict" });
  expect(await listPosts(user)).toHaveLength(1);
});

test("a key is forgotten after 24 hours, and not a minute before", async () => {
  const user = await makeUser();
  const first = await requestPost(user, { topic: "Caching" }, "key-3");
  const age = (time: string) =>
    database().sql`UPDATE posts SET created_at = now() - ${time}::interval WHERE id = ${first.id}`;
  await age("23 hours 59 minutes");
  expect(await requestPost(user, { topic: "Caching" }, "key-3")).toEqual({
    ...first,
    created: false,
  });
  await expect(requestPost(user, { topic: "Other" }, "key-3")).rejects.toMatchObject({
    code: "conflict",
  });
  await age("24 hours 1 minute");
  const later = await Promise.all(
    Array.from({ length: 20 }, () => requestPost(user, { topic: "Caching" }, "key-3")),
  );
  expect(new Set(later.map(({ id }) => id)).size).toBe(1);
  expect(later.filter(({ created }) => created)).toHaveLength(1);
  expect(later[0]?.id).not.toBe(first.id);
  expect(await listPosts(user)).toHaveLength(2);
});

test("without both keys nothing is made, and the missing provider is named", async () => {
  const user = clerkUser("posts_keyless");
  await saveKeyDirectly(user, { gemini: "ok-g-keyless" });
  await expect(requestPost(user, { topic: "Caching" }, "key-4")).rejects.toMatchObject({
    code: "key_missing",
    context: { provider: "exa" },
  });
  expect(await listPosts(user)).toEqual([]);
});

test("the first ending wins, and an ended run takes no more events", async () => {
  const { user, id } = await makePost();
  const query: NewEvent = { type: "query", data: { query: "caching" } };
  await appendEvents(user, id, [query]);
  const endings = ["ready", "stopped", "failed", "needs-key"] as const;
  const racing = await Promise.allSettled([
    ...endings.map((status) => finishRun(user, id, { status })),
    ...Array.from({ length: 10 }, () => appendEvents(user, id, [query])),
  ]);
  const won = endings.filter((_, index) => {
    const outcome = racing[index];
    return outcome?.status === "fulfilled" && outcome.value === true;
  });
  expect(won).toHaveLength(1);
  for (const outcome of racing)
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(RunEndedError);
  const all = await readEvents(user, id);
  expect(all.map((event) => event.id)).toEqual(all.map((_, index) => index + 1));
  expect(all.filter(({ type }) => type === "done")).toHaveLength(1);
  expect(all.at(-1)).toMatchObject({ type: "done", data: { status: won[0] } });
  expect(await getPost(user, id)).toMatchObject({ status: won[0], lastEventId: all.length });
  await expect(appendEvents(user, id, [query])).rejects.toBeInstanceOf(RunEndedError);
  expect(await finishRun(user, id, { status: "failed" })).toBe(false);
  expect((await cancelPost(user, id)).status).toBe(won[0]);
  expect(await readEvents(user, id)).toEqual(all);
});

test("the document of a post is the fold of its events, while it runs and afterwards", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyEvent, { minLength: 1, maxLength: 8 }), { maxLength: 4 }),
      async (batches) => {
        const { user, id } = await makePost();
        const expected = () =>
          readEvents(user, id).then((all) =>
            all.reduce(applyEvent, emptyDocument("Caching in Next.js")),
          );
        expect(await getPost(user, id)).toMatchObject({ status: "queued", lastEventId: 0 });
        for (const batch of batches) {
          await appendEvents(user, id, batch);
          const post = await getPost(user, id);
          expect(post).toMatchObject({ status: "queued", document: await expected() });
        }
        await finishRun(user, id, { status: "failed", problem: { code: "no_sources" } });
        const post = await getPost(user, id);
        expect(post?.document).toEqual(await expected());
        expect(post).toMatchObject({
          status: "failed",
          lastEventId: batches.flat().length + 2,
          document: { problem: { code: "no_sources" } },
        });
      },
    ),
    { numRuns: scaled(200) },
  );
});

test("nobody else reads, follows, changes or ends a post", async () => {
  const { user, id } = await makePost();
  const other = await makeUser();
  await appendEvents(user, id, [{ type: "query", data: { query: "private" } }]);
  const before = await getPost(user, id);
  expect(await getPost(other, id)).toBeNull();
  expect(await readEvents(other, id)).toEqual([]);
  expect(await listPosts(other)).toEqual([]);
  expect(await finishRun(other, id, { status: "stopped" })).toBe(false);
  await expect(cancelPost(other, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(
    appendEvents(other, id, [{ type: "query", data: { query: "mine" } }]),
  ).rejects.toBeInstanceOf(RunEndedError);
  expect(await getPost(user, id)).toEqual(before);
});
