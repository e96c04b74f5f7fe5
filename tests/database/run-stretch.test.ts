import { beforeAll, expect, test, vi } from "vitest";
import { livingSteps } from "@/lib/blog/durable/living/living-steps";
import { runStretch } from "@/lib/blog/durable/runs/run-stretch";
import type { Stretch, Ticket, Waits } from "@/lib/blog/durable/step-results";
import { getPost } from "@/lib/blog/posts/get-post";
import { LIMITS } from "@/lib/limits/registry";
import { setUpDatabase } from "../world/database/set-up-database";
import { type Begun, beginRun, passTimeByTheClock } from "../world/posts/begin-run";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
const sandbox = setUpSandbox();
passTimeByTheClock();

const STRETCH_MS = LIMITS.stretchSeconds * 1_000;

/** What one run of them all takes: others, however they are delivered, take the same. */
let whole: { calls: number; steps: number };
beforeAll(async () => {
  const run = await beginRun();
  await deliver(run);
  whole = { calls: await countCalls(run), steps: await countFinished(run) };
});

/** Delivers a run as the engine does until it is over. */
async function deliver({ postId }: Ticket, clock?: () => number): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  let waits: Waits = {};
  for (;;) {
    const stretch = await runStretch(postId, waits, clock);
    stretches.push(stretch);
    expect(livingSteps.size).toBe(0);
    if (stretch.ended) return stretches;
    waits = stretch.waits;
    vi.setSystemTime(Date.now() + stretch.waitSeconds * 1_000);
  }
}

async function countCalls({ gemini }: Begun): Promise<number> {
  return (await readSandboxLog(sandbox().url, gemini)).length;
}

async function countFinished({ postId }: Ticket): Promise<number> {
  const [row] = await database().sql`
    SELECT count(*)::int AS n FROM post_checkpoints
    WHERE post_id = ${postId} AND finished_at IS NOT NULL AND step NOT LIKE 'written:%'`;
  return row?.n;
}

test("a run that waits for nothing is written in one delivery, and one delivered again does nothing", async () => {
  const run = await beginRun();
  expect(await deliver(run)).toEqual([{ ended: true }]);
  expect((await getPost(run.user, run.postId))?.status).toBe("ready");
  expect(await countCalls(run)).toBe(whole.calls);
  expect(await runStretch(run.postId, {})).toEqual({ ended: true });
  expect(await countCalls(run)).toBe(whole.calls);
});

test("a section is told what those before it have said, once they are written", async () => {
  const run = await beginRun();
  await deliver(run);
  const sections = (await getPost(run.user, run.postId))?.document.sections ?? [];
  const prompts = (await readSandboxLog(sandbox().url, run.gemini)).map(
    ({ prompt = "" }) => prompt,
  );
  const told = (heading: string) =>
    prompts.find((prompt) => prompt.includes(`\nSection heading: ${heading}\n`)) ?? "";
  expect(sections.length).toBeGreaterThan(LIMITS.sectionsAtOnce);
  expect(told(sections[0]?.heading ?? "")).not.toContain("<neighbour");
  const last = told(sections.at(-1)?.heading ?? "");
  const begins = sections.map(({ heading, markdown }) => `${heading}: ${markdown.slice(0, 20)}`);
  // Which of the first ones is written by then is nobody's choice.
  expect(begins.filter((text) => last.includes(`>\n${text}`)).length).toBeGreaterThan(0);
});

test("a delivery whose time is over begins no further step, and the next goes on where it was", async () => {
  const run = await beginRun();
  // Every step that is done takes a third of the time; one that is found done takes none.
  const done = vi.spyOn(livingSteps, "add");
  const stretches = await deliver(run, () => done.mock.calls.length * (STRETCH_MS / 3 + 1));
  expect(stretches.length).toBeGreaterThan(2);
  expect(stretches.at(-1)).toEqual({ ended: true });
  for (const stretch of stretches.slice(0, -1))
    expect(stretch).toEqual({ ended: false, waitSeconds: 0, waits: {} });
  expect((await getPost(run.user, run.postId))?.status).toBe("ready");
  expect(await countCalls(run)).toBe(whole.calls);
});

test("each wait of a step is counted, whichever delivery it falls into, until the run ends with its sentence", async () => {
  const run = await beginRun({ gemini: "quota-minute:30" });
  const first = await runStretch(run.postId, {});
  expect(first).toMatchObject({ ended: false, waits: { plan: 1 } });
  if (!first.ended) expect(first.waitSeconds).toBeGreaterThan(20);
  const second = await runStretch(run.postId, { plan: 4, seo: 2 });
  expect(second).toMatchObject({ ended: false, waits: { plan: 5, seo: 2 } });
  expect(await runStretch(run.postId, { plan: LIMITS.quotaDeliveries })).toEqual({ ended: true });
  const post = await getPost(run.user, run.postId);
  expect(post?.document.problem).toMatchObject({ code: "quota_minute", provider: "gemini" });
});

test("two deliveries at once do each step once: the second comes back later", async () => {
  const run = await beginRun();
  const [one, other] = await Promise.all([runStretch(run.postId, {}), runStretch(run.postId, {})]);
  const late = [one, other].find(({ ended }) => !ended);
  expect(late).toMatchObject({ ended: false });
  expect(await runStretch(run.postId, {})).toEqual({ ended: true });
  expect(await countCalls(run)).toBe(whole.calls);
  expect(await countFinished(run)).toBe(whole.steps);
});
