import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { appendEvents, type NewEvent, RunEndedError } from "@/lib/blog/append-events";
import { applyEvent, emptyDocument } from "@/lib/blog/apply-event";
import { cancelPost } from "@/lib/blog/cancel-post";
import { createPost } from "@/lib/blog/create-post";
import { publishEvents } from "@/lib/blog/event-feed";
import { finishRun } from "@/lib/blog/finish-run";
import { followEvents, readEvents } from "@/lib/blog/follow-events";
import { getPost } from "@/lib/blog/get-post";
import { listPosts } from "@/lib/blog/list-posts";
import { openEventWriter } from "@/lib/blog/open-event-writer";
import { type GenerateInput, generateBody, type PostEvent } from "@/lib/blog/schema";
import { clerkUser, saveKeyDirectly } from "../world/save-key-directly";
import { scaled } from "../world/scale";
import { setUpDatabase } from "../world/set-up-database";

const database = setUpDatabase();
let serial = 0;

/** A user with both keys, who nobody else in this file is. */
async function makeUser(): Promise<UserId> {
  serial += 1;
  const user = clerkUser(`posts_${serial}`);
  await saveKeyDirectly(user, { gemini: `ok-g-${serial}`, exa: `ok-e-${serial}` });
  return user;
}

function create(user: UserId, input: GenerateInput, key: string | null = null) {
  return createPost(user, generateBody.parse(input), key);
}

async function makePost(): Promise<{ user: UserId; id: string }> {
  const user = await makeUser();
  const { id } = await create(user, { topic: "Caching in Next.js" });
  return { user, id };
}

/** Any event of a run with two sections. */
const sectionId = fc.constantFrom("sec-1", "sec-2");
const passage = fc.constantFrom("S1.p1", "S1.p2", "S2.p1");
const anyEvent: fc.Arbitrary<NewEvent> = fc.oneof(
  fc
    .string()
    .map((query): NewEvent => ({ type: "query", data: { query: query.replaceAll("\0", "") } })),
  fc
    .constantFrom("plan" as const, "sections" as const)
    .map((stage): NewEvent => ({ type: "stage", data: { stage, state: "started" } })),
  fc.constant<NewEvent>({
    type: "outline",
    data: {
      title: "A title",
      sections: ["sec-1", "sec-2"].map((id) => ({ id, heading: id, sourceIds: ["S1"] })),
    },
  }),
  sectionId.map((id): NewEvent => ({ type: "section-start", data: { sectionId: id } })),
  sectionId.map((id): NewEvent => ({ type: "section-reset", data: { sectionId: id } })),
  fc
    .tuple(sectionId, fc.constantFrom("word ", "Größe ", "日本 ", '"quoted" ', "\\ "))
    .map(([id, text]): NewEvent => ({ type: "section-delta", data: { sectionId: id, text } })),
  fc.tuple(sectionId, passage).map(
    ([id, passageId]): NewEvent => ({
      type: "citation",
      data: { sectionId: id, passageId, sourceId: "S1", title: "T", url: null, quote: "Q" },
    }),
  ),
  fc.nat(99).map(
    (cents): NewEvent => ({
      type: "cost",
      data: { totalUsd: cents / 100, byProvider: { gemini: cents / 100 } },
    }),
  ),
);

test("one Idempotency-Key makes one post, however many requests arrive at once", async () => {
  const user = await makeUser();
  const made = await Promise.all(
    Array.from({ length: 50 }, () => create(user, { topic: "Caching", wordCount: 600 }, "key-1")),
  );
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(made.filter(({ created }) => created)).toHaveLength(1);
  expect(await listPosts(user)).toHaveLength(1);
  const reordered = await create(
    user,
    { wordCount: 600, research: "basic", topic: " Caching " },
    "key-1",
  );
  expect(reordered).toEqual({ id: made[0]?.id, created: false });
  const other = await makeUser();
  expect(await create(other, { topic: "Quite another" }, "key-1")).toMatchObject({ created: true });
  const without = await Promise.all([
    create(user, { topic: "One" }),
    create(user, { topic: "One" }),
  ]);
  expect(new Set(without.map(({ id }) => id)).size).toBe(2);
});

test("another body with the same key is a conflict, also when both arrive at once", async () => {
  const user = await makeUser();
  const both = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      create(user, { topic: `Topic ${index % 2}` }, "key-2"),
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
  const first = await create(user, { topic: "Caching" }, "key-3");
  const age = (time: string) =>
    database().sql`UPDATE posts SET created_at = now() - ${time}::interval WHERE id = ${first.id}`;
  await age("23 hours 59 minutes");
  expect(await create(user, { topic: "Caching" }, "key-3")).toEqual({ ...first, created: false });
  await expect(create(user, { topic: "Other" }, "key-3")).rejects.toMatchObject({
    code: "conflict",
  });
  await age("24 hours 1 minute");
  const later = await Promise.all(
    Array.from({ length: 20 }, () => create(user, { topic: "Caching" }, "key-3")),
  );
  expect(new Set(later.map(({ id }) => id)).size).toBe(1);
  expect(later.filter(({ created }) => created)).toHaveLength(1);
  expect(later[0]?.id).not.toBe(first.id);
  expect(await listPosts(user)).toHaveLength(2);
});

test("without both keys nothing is made, and the missing provider is named", async () => {
  const user = clerkUser("posts_keyless");
  await saveKeyDirectly(user, { gemini: "ok-g-keyless" });
  await expect(create(user, { topic: "Caching" }, "key-4")).rejects.toMatchObject({
    code: "key_missing",
    context: { provider: "exa" },
  });
  expect(await listPosts(user)).toEqual([]);
});

test("events that are stored in parallel get ids without a gap, each batch in its order", async () => {
  const { user, id } = await makePost();
  const batches = Array.from({ length: 50 }, (_, batch) =>
    Array.from({ length: 1 + (batch % 4) }, (_, index): NewEvent => {
      return { type: "query", data: { query: `${batch}/${index}` } };
    }),
  );
  const stored = await Promise.all(batches.map((batch) => appendEvents(user, id, batch)));
  const all = await readEvents(user, id);
  expect(all.map((event) => event.id)).toEqual(all.map((_, index) => index + 1));
  expect(all).toHaveLength(batches.flat().length);
  for (const [index, events] of stored.entries()) {
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual(batches[index]);
    for (const event of events) expect(all[event.id - 1]).toEqual(event);
  }
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
          expect(post).toMatchObject({ status: "running", document: await expected() });
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

/** Follows a post to its end, leaving after so many events, in one of the ways a client does. */
async function followWithBreaks(
  user: UserId,
  postId: string,
  breaks: number[],
): Promise<PostEvent[]> {
  const got: PostEvent[] = [];
  for (let connection = 0; got.at(-1)?.type !== "done"; connection += 1) {
    const stay = breaks[connection] ?? Number.POSITIVE_INFINITY;
    const leave = new AbortController();
    const options = { after: got.at(-1)?.id ?? 0, signal: leave.signal };
    let count = 0;
    for await (const event of followEvents(user, postId, options)) {
      got.push(event);
      count += 1;
      if (count < stay) continue;
      if (stay % 2 === 0) break;
      leave.abort();
      break;
    }
  }
  return got;
}

test("a follower that comes and goes gets every event once and in order, from here and from elsewhere", async () => {
  const plan = fc.record({
    /** Batches, and whether this process stored them: of another instance's nothing is heard. */
    batches: fc.array(fc.tuple(fc.array(anyEvent, { minLength: 1, maxLength: 5 }), fc.boolean()), {
      maxLength: 12,
    }),
    followers: fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    }),
    turns: fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
  });
  const runs = fc.sample(plan, scaled(400));
  const checkOne = async ({ batches, followers, turns }: (typeof runs)[number]) => {
    const { user, id } = await makePost();
    const following = followers.map((breaks) => followWithBreaks(user, id, breaks));
    for (const [index, [batch, here]] of batches.entries()) {
      const events = await appendEvents(user, id, batch);
      for (let turn = 0; turn < (turns[index] ?? 0); turn += 1) await nextTurn();
      if (here) publishEvents(id, events);
    }
    await finishRun(user, id, { status: "ready" });
    const all = await readEvents(user, id);
    expect(all).toHaveLength(batches.reduce((sum, [batch]) => sum + batch.length, 1));
    for (const got of await Promise.all(following)) expect(got).toEqual(all);
  };
  for (let start = 0; start < runs.length; start += 20)
    await Promise.all(runs.slice(start, start + 20).map(checkOne));
});

test("followers hear an ended run of another instance, though nothing reaches this process", async () => {
  const { user, id } = await makePost();
  const following = Promise.all([1, 2, 3].map((stay) => followWithBreaks(user, id, [stay, stay])));
  await database().sql`
    INSERT INTO post_events (post_id, seq, user_id, type, data)
    SELECT ${id}, n, ${user}, CASE n WHEN 9 THEN 'done' ELSE 'query' END, '{"query":"q"}'::jsonb
    FROM generate_series(1, 9) AS n`;
  for (const got of await following)
    expect(got.map((event) => event.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("news that arrives in the wrong order is put right from the table", async () => {
  const { user, id } = await makePost();
  const queries = ["a", "b", "c", "d"].map(
    (query): NewEvent => ({ type: "query", data: { query } }),
  );
  const stop = new AbortController();
  const follower = followEvents(user, id, { after: 0, signal: stop.signal });
  const [first] = await appendEvents(user, id, queries.slice(0, 1));
  expect((await follower.next()).value).toEqual(first);
  const [second, third, fourth] = await appendEvents(user, id, queries.slice(1));
  if (!second || !third || !fourth) throw new Error("three were stored");
  publishEvents(id, [second]);
  publishEvents(id, [fourth]);
  publishEvents(id, [third]);
  for (const event of [second, third, fourth]) expect((await follower.next()).value).toEqual(event);
  await finishRun(user, id, { status: "ready" });
  expect((await follower.next()).value).toMatchObject({ id: 5, type: "done" });
  expect((await follower.next()).done).toBe(true);
});

test("a writer joins deltas, loses none of them, and reports a run that was stopped", async () => {
  const { user, id } = await makePost();
  const failures: unknown[] = [];
  const writer = openEventWriter(user, id, (error) => failures.push(error));
  const words = Array.from({ length: 400 }, (_, index) => `w${index} `);
  for (const [index, text] of words.entries()) {
    writer.emit("section-delta", { sectionId: `sec-${1 + (Math.floor(index / 100) % 2)}`, text });
    if (index % 50 === 0) await nextTurn();
  }
  await writer.flush();
  const all = await readEvents(user, id);
  expect(all.length).toBeLessThan(40);
  const text = all.flatMap((event) => (event.type === "section-delta" ? [event.data.text] : []));
  expect(text.join("")).toBe(words.join(""));
  await cancelPost(user, id);
  writer.emit("query", { query: "too late" });
  await expect(writer.flush()).rejects.toBeInstanceOf(RunEndedError);
  expect(failures).toHaveLength(1);
  writer.emit("query", { query: "later still" });
  await expect(writer.flush()).rejects.toBeInstanceOf(RunEndedError);
  expect(failures).toHaveLength(1);
  expect((await readEvents(user, id)).at(-1)).toMatchObject({ type: "done" });
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

test("a run whose server died is ended as interrupted when its owner next looks", async () => {
  const { user, id } = await makePost();
  await appendEvents(user, id, [{ type: "query", data: { query: "caching" } }]);
  await database()
    .sql`UPDATE posts SET updated_at = now() - interval '149 seconds' WHERE id = ${id}`;
  expect(await getPost(user, id)).toMatchObject({ status: "running" });
  await database()
    .sql`UPDATE posts SET updated_at = now() - interval '10 minutes' WHERE id = ${id}`;
  const looks = await Promise.all(Array.from({ length: 10 }, () => getPost(user, id)));
  for (const post of looks)
    expect(post).toMatchObject({
      status: "failed",
      document: { problem: { code: "interrupted" } },
    });
  expect((await readEvents(user, id)).map(({ type }) => type)).toEqual(["query", "error", "done"]);
});
