import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { parkForOutline } from "@/lib/blog/durable/runs/park-for-outline";
import { takeRuns } from "@/lib/blog/durable/runs/start-queued";
import type { Ticket } from "@/lib/blog/durable/step-results";
import { subscribe } from "@/lib/blog/events/event-feed";
import { readEvents } from "@/lib/blog/events/follow-events";
import { countWaitingCost } from "@/lib/blog/outline/count-waiting-cost";
import { cancelPost } from "@/lib/blog/posts/cancel-post";
import { getPost } from "@/lib/blog/posts/get-post";
import { listNotices } from "@/lib/notices/list-notices";
import { openLedgerRow, settleLedgerRow } from "@/lib/usage/ledger";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { requestPost } from "../world/posts/make-post";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

setUpDatabase();
setUpSandbox();

async function makeRun(): Promise<Ticket> {
  const user = clerkUser(`parked_${randomUUID()}`);
  await saveKeyDirectly(user, { gemini: `ok-${randomUUID()}`, exa: `ok-${randomUUID()}` });
  const { id } = await requestPost(user, { topic: "Caching in Next.js", wordCount: 300 });
  await takeRuns(user);
  return { user, postId: id };
}

test("whoever answers at once, when a run says that it waits, finds it waiting", async () => {
  const run = await makeRun();
  const found = new Promise((resolve) => {
    const stop = subscribe(run.postId, (events) => {
      if (!events.some(({ type }) => type === "wait")) return;
      stop();
      resolve(getPost(run.user, run.postId));
    });
  });
  await parkForOutline(run);
  expect(await found).toMatchObject({ status: "waiting", wait: { reason: "outline" } });
  const { notices } = await listNotices(run.user);
  expect(notices).toMatchObject([{ kind: "waiting" }]);
});

test("a run that was stopped just before waits for nobody and says nothing more", async () => {
  const run = await makeRun();
  await cancelPost(run.user, run.postId);
  const before = await readEvents(run.user, run.postId);
  await parkForOutline(run);
  expect(await readEvents(run.user, run.postId)).toEqual(before);
  expect(await getPost(run.user, run.postId)).toMatchObject({ status: "stopped" });
});

test("what a waiting post has cost is told, also of a model that has no price", async () => {
  const run = await makeRun();
  await parkForOutline(run);
  const call = {
    provider: "gemini",
    model: "gemini-9-unknown",
    operation: "improve-outline",
  } as const;
  const planned = { ...call, postId: run.postId, keyVersion: 1, reserveUsd: null };
  const id = await openLedgerRow(run.user, planned);
  const counts = { inputTokens: 700, outputTokens: 300 };
  const result = { status: "settled", costUsd: null, costBasis: "unpriced", ...counts } as const;
  await settleLedgerRow(run.user, id, result);
  await countWaitingCost(run);
  const post = await getPost(run.user, run.postId);
  expect(post?.document.cost).toMatchObject({ totalUsd: 0, unpriced: counts });
});
