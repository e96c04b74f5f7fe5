import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { livingSteps } from "@/lib/blog/durable/living/living-steps";
import { sweepRuns } from "@/lib/blog/durable/runs/sweep-runs";
import type { StepId, StepResult, Ticket } from "@/lib/blog/durable/step-results";
import { claimStep } from "@/lib/blog/durable/steps/claim-step";
import { runStep } from "@/lib/blog/durable/steps/run-step";
import { readEvents } from "@/lib/blog/events/follow-events";
import { cancelPost } from "@/lib/blog/posts/cancel-post";
import { getPost } from "@/lib/blog/posts/get-post";
import { LIMITS } from "@/lib/limits/registry";
import { listNotices } from "@/lib/notices/list-notices";
import { saveCap } from "@/lib/usage/cap/save-cap";
import { NOTHING_OWED, openLedgerRow, settleLedgerRow } from "@/lib/usage/ledger";
import { setUpDatabase } from "../world/database/set-up-database";
import { type Begun, beginRun, passTimeByTheClock } from "../world/posts/begin-run";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
const sandbox = setUpSandbox();
passTimeByTheClock();

/** Delivers a step as the engine does: again, when its time has come, until it is done. */
async function deliver(
  run: Ticket,
  step: StepId,
): Promise<{ result: StepResult; slept: number[]; longestMs: number }> {
  const slept: number[] = [];
  let longestMs = 0;
  for (let waits = 0; ; waits += 1) {
    const start = performance.now();
    const result = await runStep(run, step, { waits });
    longestMs = Math.max(longestMs, performance.now() - start);
    if (result.waitSeconds === undefined) return { result, slept, longestMs };
    slept.push(result.waitSeconds);
    expect(livingSteps.size).toBe(0);
    vi.setSystemTime(Date.now() + result.waitSeconds * 1_000);
  }
}

async function deliverAll(run: Begun, steps: readonly StepId[]): Promise<StepResult> {
  let last: StepResult = { ended: false, sectionIds: [] };
  for (const step of steps) last = (await deliver(run, step)).result;
  return last;
}

test("a step whose cap is held by other calls gives its place back, and goes on when they have settled", async () => {
  const run = await beginRun();
  await deliver(run, "preflight");
  await saveCap(run.user, { monthlyUsd: 1 });
  const held = await openLedgerRow(run.user, {
    postId: null,
    provider: "exa",
    keyVersion: 1,
    operation: "search",
    reserveUsd: 1,
  });
  const result = await runStep(run, "plan", { waits: 0 });
  expect(result).toMatchObject({ ended: false, waitSeconds: LIMITS.capPlaceSeconds });
  expect(livingSteps.size).toBe(0);
  expect((await listNotices(run.user)).notices).toEqual([]);
  await settleLedgerRow(run.user, held, NOTHING_OWED);
  expect(await deliver(run, "plan")).toMatchObject({ slept: [], result: { ended: false } });
  expect(await getPost(run.user, run.postId)).toMatchObject({ status: "running" });
});

test("a step that meets a used-up quota ends at once, its run counts as alive, and its followers know until when", async () => {
  const run = await beginRun({ gemini: "quota-minute:60" });
  await deliver(run, "preflight");
  const start = performance.now();
  const result = await runStep(run, "plan", { waits: 0 });
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(result.ended).toBe(false);
  expect(result.waitSeconds).toBeGreaterThan(50);
  expect(livingSteps.size).toBe(0);
  const [row] = await database().sql`
    SELECT c.owner, c.finished_at, extract(epoch FROM p.heartbeat_at - now())::float AS ahead,
      extract(epoch FROM (e.data->>'until')::timestamptz - now())::float AS "until"
    FROM posts p JOIN post_checkpoints c ON c.post_id = p.id AND c.step = 'plan'
      JOIN post_events e ON e.post_id = p.id AND e.type = 'wait' WHERE p.id = ${run.postId}`;
  expect(row).toMatchObject({ owner: null, finished_at: null });
  for (const seconds of [row?.ahead, row?.until]) {
    expect(seconds).toBeGreaterThan(40);
    expect(seconds).toBeLessThanOrEqual(61);
  }
  await sweepRuns();
  expect(await getPost(run.user, run.postId)).toMatchObject({ wait: { reason: "quota_minute" } });
  const [{ attempt } = {}] = await database()
    .sql`SELECT attempt FROM posts WHERE id = ${run.postId}`;
  expect(attempt).toBe(1);
});

test("what a step has been given before it had to wait is not paid for again", async () => {
  const run = await beginRun({ exa: "after:1+times:1+quota" });
  await deliverAll(run, ["preflight", "plan"]);
  const { result, slept } = await deliver(run, "library");
  expect(result).toMatchObject({ ended: false });
  expect(slept.length).toBeGreaterThan(0);
  const calls = await readSandboxLog(sandbox().url, run.exa);
  const paid = calls.filter(({ status }) => status === 200).map(({ query }) => query);
  expect(paid.length).toBeGreaterThan(2);
  expect(new Set(paid).size).toBe(paid.length);
  const rows = await database().sql`
    SELECT status, count(*)::int AS n FROM usage_events
    WHERE post_id = ${run.postId} AND operation = 'search' GROUP BY status`;
  expect(rows.find(({ status }) => status === "settled")?.n).toBe(paid.length);
  expect(rows.some(({ status }) => status === "pending")).toBe(false);
});

test("a step that fails hangs up what else it was asking for, and the cost of its run is final", async () => {
  const run = await beginRun({ exa: "after:1+times:2+no-credits" });
  await deliverAll(run, ["preflight", "plan"]);
  // Those that are answered are booked a second after the one that is refused.
  await database().sql.unsafe(`
    CREATE FUNCTION settle_late() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN PERFORM pg_sleep(1); RETURN NEW; END$$;
    CREATE TRIGGER settle_late BEFORE UPDATE ON usage_events
      FOR EACH ROW WHEN (NEW.status = 'settled') EXECUTE FUNCTION settle_late()`);
  expect((await deliver(run, "library")).result).toMatchObject({ ended: true });
  await database().sql`DROP FUNCTION settle_late CASCADE`;
  const post = await getPost(run.user, run.postId);
  expect(post).toMatchObject({
    status: "needs-key",
    document: { problem: { code: "no_credits" } },
  });
  const rows = await database().sql`
    SELECT status, cost_usd::float8 AS usd FROM usage_events WHERE post_id = ${run.postId}`;
  expect(rows.filter(({ status }) => status === "pending")).toEqual([]);
  const total = rows.reduce((sum, { usd }) => sum + usd, 0);
  expect(post?.document.cost.pendingUsd).toBeUndefined();
  expect(post?.document.cost.totalUsd).toBeCloseTo(total, 5);
});

test("a post whose quota is used up again and again is written all the same, and no delivery waits", async () => {
  const run = await beginRun({ gemini: "after:1+times:3+quota-minute:1" });
  const { sectionIds } = await deliverAll(run, ["preflight", "plan", "library", "outline"]);
  const sections = await Promise.all(sectionIds.map((id) => deliver(run, `section:${id}`)));
  await deliverAll(run, ["seo", "finish"]);
  const post = await getPost(run.user, run.postId);
  expect(post?.status).toBe("ready");
  for (const { markdown } of post?.document.sections ?? []) expect(markdown).not.toBe("");
  expect(sections.flatMap(({ slept }) => slept).every((seconds) => seconds <= 3)).toBe(true);
  const types = (await readEvents(run.user, run.postId)).map(({ type }) => type);
  expect(types).toContain("wait");
});

test("a quota that never comes back ends the run with its own sentence", async () => {
  const run = await beginRun({ gemini: "quota-minute:30" });
  await deliver(run, "preflight");
  const result = await runStep(run, "plan", { waits: LIMITS.quotaDeliveries });
  expect(result).toEqual({ ended: true, sectionIds: [] });
  const post = await getPost(run.user, run.postId);
  expect(post?.document.problem).toMatchObject({ code: "quota_minute", provider: "gemini" });
});

test("a run that is stopped while it sleeps is not begun when it wakes, and nobody is asked", async () => {
  const run = await beginRun({ gemini: "quota-minute:60" });
  await deliver(run, "preflight");
  expect((await runStep(run, "plan", { waits: 0 })).waitSeconds).toBeGreaterThan(0);
  const asked = (await readSandboxLog(sandbox().url, run.gemini)).length;
  await cancelPost(run.user, run.postId);
  expect(await runStep(run, "plan", { waits: 1 })).toEqual({ ended: true, sectionIds: [] });
  expect(await readSandboxLog(sandbox().url, run.gemini)).toHaveLength(asked);
});

test("a second delivery of a step holds no place while the first works, and comes back ever later", async () => {
  const run = await beginRun();
  await claimStep(run, "preflight");
  const slept: (number | undefined)[] = [];
  for (let waits = 0; waits < 6; waits += 1)
    slept.push((await runStep(run, "preflight", { waits })).waitSeconds);
  expect(slept).toEqual([1, 2, 4, 8, 15, 15]);
});

test("who has most places of a busy server comes back later, and everybody else is let in", async () => {
  const [greedy, modest] = [await beginRun(), await beginRun()];
  const claim = { step: "plan", owner: randomUUID(), tookOver: false } as const;
  const occupy = (ticket: Ticket, places: number) => {
    for (let index = 0; index < places; index += 1)
      livingSteps.add({ ...ticket, claim, controller: new AbortController() });
  };
  occupy(greedy, LIMITS.workersPerServer / 2);
  occupy(modest, LIMITS.workersBeforeShares - LIMITS.workersPerServer / 2);
  expect(await runStep(greedy, "preflight", { waits: 0 })).toMatchObject({ waitSeconds: 1 });
  const [none] = await database().sql`
    SELECT count(*)::int AS n FROM post_checkpoints WHERE post_id = ${greedy.postId}`;
  expect(none?.n).toBe(0);
  expect((await runStep(modest, "preflight", { waits: 0 })).waitSeconds).toBeUndefined();
});
