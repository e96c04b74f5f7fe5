import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { RunEndedError } from "@/lib/blog/durable/run-ended-error";
import { appendEvents, type NewEvent } from "@/lib/blog/events/append-events";
import { publishEvents } from "@/lib/blog/events/event-feed";
import { followEvents, readEvents } from "@/lib/blog/events/follow-events";
import { openEventWriter } from "@/lib/blog/events/open-event-writer";
import { streamEvents } from "@/lib/blog/events/stream-events";
import { finishRun } from "@/lib/blog/finish-run";
import { cancelPost } from "@/lib/blog/posts/cancel-post";
import type { PostEvent } from "@/lib/blog/schema";
import { setUpDatabase } from "../world/database/set-up-database";
import { anyEvent, makePost } from "../world/posts/make-post";
import { scaled } from "../world/scale";

const database = setUpDatabase();

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
  const { sql } = database();
  await sql.begin((transaction) => [
    transaction`UPDATE posts SET status = 'ready', last_seq = 9 WHERE id = ${id}`,
    transaction`
      INSERT INTO post_events (post_id, seq, user_id, type, data)
      SELECT ${id}, n, ${user}, CASE n WHEN 9 THEN 'done' ELSE 'query' END, '{"query":"q"}'::jsonb
      FROM generate_series(1, 9) AS n`,
  ]);
  for (const got of await following)
    expect(got.map((event) => event.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("a stream ends at the last done alone: not at one of an earlier run, nor while a run is live", async () => {
  const { user, id } = await makePost();
  await appendEvents(user, id, [{ type: "query", data: { query: "first" } }]);
  await finishRun(user, id, { status: "stopped" });
  await database().sql`UPDATE posts SET status = 'running' WHERE id = ${id}`;
  const stop = new AbortController();
  const follower = followEvents(user, id, { after: 0, signal: stop.signal });
  expect((await follower.next()).value).toMatchObject({ id: 1, type: "query" });
  expect((await follower.next()).value).toMatchObject({ id: 2, type: "done" });
  const next = follower.next();
  publishEvents(id, await appendEvents(user, id, [{ type: "query", data: { query: "second" } }]));
  expect((await next).value).toMatchObject({ id: 3, type: "query" });
  await finishRun(user, id, { status: "ready" });
  expect((await follower.next()).value).toMatchObject({ id: 4, type: "done" });
  expect((await follower.next()).done).toBe(true);
  const all = [];
  for await (const event of followEvents(user, id, { after: 0, signal: stop.signal }))
    all.push(event.type);
  expect(all).toEqual(["query", "done", "query", "done"]);
});

test("a stream whose time is over says when to connect again, and one of an ended run does not", async () => {
  const { user, id: postId } = await makePost();
  await appendEvents(user, postId, [{ type: "query", data: { query: "q" } }]);
  const { signal: clientSignal } = new AbortController();
  const stream = { user, postId, after: 0, clientSignal };
  let cut = "";
  for (let longestMs = 50; !cut.includes("id: 1"); longestMs *= 2)
    cut = await streamEvents({ ...stream, longestMs }).text();
  expect(cut).toMatch(/^retry: \d+\n\nid: 1\n(?:.|\n)*\n\nretry: \d+\n\n$/);
  await finishRun(user, postId, { status: "ready" });
  const whole = await streamEvents(stream).text();
  expect(whole).toMatch(/\nevent: done\ndata: .*\n\n$/);
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
  const writer = openEventWriter({ user, postId: id }, (error) => failures.push(error));
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

test("text that Postgres cannot hold is stored without what it cannot hold, and sent as stored", async () => {
  const { user, id } = await makePost();
  const query = "a\0b \ud83d c \udc00 🚀";
  const stored = await appendEvents(user, id, [{ type: "query", data: { query } }]);
  expect(stored).toEqual([{ id: 1, type: "query", data: { query: "ab \ufffd c \ufffd 🚀" } }]);
  expect(await readEvents(user, id)).toEqual(stored);
});
