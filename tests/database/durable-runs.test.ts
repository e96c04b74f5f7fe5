import { afterEach, expect, test } from "vitest";
import { keepStepsAlive } from "@/lib/blog/durable/living/keep-steps-alive";
import { livingSteps } from "@/lib/blog/durable/living/living-steps";
import { RunEndedError } from "@/lib/blog/durable/run-ended-error";
import { recoverRun } from "@/lib/blog/durable/runs/recover-run";
import { takeRuns } from "@/lib/blog/durable/runs/start-queued";
import { type ClaimResult, claimStep } from "@/lib/blog/durable/steps/claim-step";
import { finishStep, releaseStep } from "@/lib/blog/durable/steps/finish-step";
import { keepWritten } from "@/lib/blog/durable/steps/keep-written";
import type { NewEvent } from "@/lib/blog/events/append-events";
import { appendEvents } from "@/lib/blog/events/append-events";
import { readEvents } from "@/lib/blog/events/follow-events";
import { finishRun } from "@/lib/blog/finish-run";
import { cancelPost } from "@/lib/blog/posts/cancel-post";
import { getPost } from "@/lib/blog/posts/get-post";
import { openLedgerRow } from "@/lib/usage/ledger";
import { setUpDatabase } from "../world/database/set-up-database";
import { makePost, makeUser, requestPost } from "../world/posts/make-post";
import { waitUntil } from "../world/wait-until";

const database = setUpDatabase();
const query: NewEvent = { type: "query", data: { query: "caching" } };
afterEach(() => livingSteps.clear());

async function makeRun() {
  const { user, id } = await makePost();
  await takeRuns(user);
  return { user, postId: id };
}

function won(results: ClaimResult[]) {
  return results.flatMap((result) => (result.state === "claimed" ? [result.claim] : []));
}

const makeStale = (postId: string) =>
  database()
    .sql`UPDATE post_checkpoints SET heartbeat_at = now() - interval '1 minute' WHERE post_id = ${postId}`;

test("of many deliveries of a step one does it, and the others come back for what it has made", async () => {
  const ticket = await makeRun();
  const deliver = () => Promise.all(Array.from({ length: 10 }, () => claimStep(ticket, "plan")));
  const results = await deliver();
  const [claim, ...further] = won(results);
  if (!claim) throw new Error("Nobody took the step.");
  expect(further).toEqual([]);
  expect(results.filter(({ state }) => state === "busy")).toHaveLength(9);
  await finishStep(ticket, claim, { title: "A plan" });
  expect((await deliver()).filter(({ state }) => state === "finished")).toHaveLength(10);
  expect(await claimStep(ticket, "plan")).toEqual({ state: "finished" });
});

test("of sections that are written at the same time one is the last", async () => {
  const ticket = await makeRun();
  const sectionIds = Array.from({ length: 6 }, (_, index) => `sec-${index}`);
  const written = { markdown: "Text.", dropped: 0 };
  const keep = (sectionId: string) => keepWritten(ticket, { sectionId, written, sectionIds });
  const last = await Promise.all(["sec-gone", ...sectionIds].map(keep));
  expect(last.filter(Boolean)).toHaveLength(1);
});

test("a step of a run that was stopped calls nobody, wherever it was stopped; a tool of the ended post may", async () => {
  const { user, postId } = await makeRun();
  const call = { postId, provider: "exa", keyVersion: 1, operation: "search" } as const;
  const open = (step?: string) => openLedgerRow(user, { ...call, step, reserveUsd: 0.01 });
  await open("library");
  await Promise.all([
    finishRun(user, postId, { status: "stopped" }),
    open("library").catch(() => {}),
  ]);
  await expect(open("library")).rejects.toBeInstanceOf(RunEndedError);
  await open();
});

test("a step without a sign of life is taken over, and whoever held it can write and finish nothing", async () => {
  const ticket = await makeRun();
  const { user, postId } = ticket;
  const [dead] = won([await claimStep(ticket, "section:sec-1")]);
  if (!dead) throw new Error("The step was not taken.");
  await appendEvents(user, postId, [query], dead);
  await makeStale(postId);
  const [heir] = won([await claimStep(ticket, "section:sec-1")]);
  if (!heir) throw new Error("The step was not taken over.");
  expect(heir.tookOver).toBe(true);
  await expect(appendEvents(user, postId, [query], dead)).rejects.toBeInstanceOf(RunEndedError);
  await expect(finishStep(ticket, dead, null)).rejects.toBeInstanceOf(RunEndedError);
  await releaseStep(ticket, dead);
  await appendEvents(user, postId, [query], heir);
  await finishStep(ticket, heir, null);
  expect(await readEvents(user, postId)).toHaveLength(2);
});

test("a step of this process shows that it is alive, and is aborted when its run is stopped or it was taken over", async () => {
  const [stopped, lost, kept] = [await makeRun(), await makeRun(), await makeRun()];
  const living = await Promise.all(
    [stopped, lost, kept].map(async (ticket) => {
      const [claim] = won([await claimStep(ticket, "plan")]);
      if (!claim) throw new Error("The step was not taken.");
      const step = { ...ticket, claim, controller: new AbortController() };
      livingSteps.add(step);
      return step;
    }),
  );
  await makeStale(kept.postId);
  await makeStale(lost.postId);
  await claimStep(lost, "plan");
  await database().sql`UPDATE posts SET status = 'stopped' WHERE id = ${stopped.postId}`;
  keepStepsAlive();
  await waitUntil("the aborts", () =>
    living.slice(0, 2).every(({ controller }) => controller.signal.aborted),
  );
  expect(living[2]?.controller.signal.aborted).toBe(false);
  const [row] = await database().sql`
    SELECT heartbeat_at > now() - interval '10 seconds' AS alive FROM post_checkpoints
    WHERE post_id = ${kept.postId}`;
  expect(row?.alive).toBe(true);
});

test("a user's runs take turns: eight at a time, the oldest first, and none waits when one ends", async () => {
  const user = await makeUser();
  const ids: string[] = [];
  for (let index = 0; index < 11; index += 1)
    ids.push((await requestPost(user, { topic: `Topic ${index}` })).id);
  const taken = (await Promise.all([takeRuns(user), takeRuns(user), takeRuns(user)])).flat();
  expect(new Set(taken)).toEqual(new Set(ids.slice(0, 8)));
  expect(taken).toHaveLength(8);
  await cancelPost(user, ids[0] ?? "");
  expect(await getPost(user, ids[8] ?? "")).toMatchObject({ status: "running" });
  expect(await getPost(user, ids[9] ?? "")).toMatchObject({ status: "queued" });
});

test("of many servers that find an abandoned run one goes on with it, and not for ever", async () => {
  const { user, postId } = await makeRun();
  const attempts = async () =>
    (await database().sql`SELECT attempt FROM posts WHERE id = ${postId}`)[0]?.attempt;
  await Promise.all(Array.from({ length: 10 }, () => recoverRun({ user, postId }, 1)));
  expect(await attempts()).toBe(2);
  await database().sql`UPDATE posts SET attempt = 25 WHERE id = ${postId}`;
  await recoverRun({ user, postId }, 25);
  expect(await getPost(user, postId)).toMatchObject({
    status: "failed",
    document: { problem: { code: "interrupted" } },
  });
});
