import { randomUUID } from "node:crypto";
import type { World } from "@workflow/world";
import { createWorld } from "@workflow/world-postgres";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { queueStepsOnce } from "@/lib/start/engine/queue-steps-once";
import { createDatabase, type TestDatabase } from "../world/database/create-database";
import { waitUntil } from "../world/wait-until";

const EVENTS = 40;
const BEHIND_MS = 1_500;

let database: TestDatabase;
let worlds: { one: World; other: World };
beforeAll(async () => {
  database = await createDatabase({ engine: true });
  // Nobody listens there, so that what is queued stays where it can be counted.
  vi.stubEnv("WORKFLOW_LOCAL_BASE_URL", "http://localhost:1");
  const open = () => queueStepsOnce(createWorld({ connectionString: database.url }));
  worlds = { one: open(), other: open() };
});
afterAll(async () => {
  await worlds.one.close?.();
  await worlds.other.close?.();
  // A world is closed before its connections are: dropped under them, they would say so to nobody.
  await waitUntil("the worlds to let go of the database", async () => {
    const [row] = await database.sql`
      SELECT count(*)::int AS others FROM pg_stat_activity
      WHERE datname = current_database() AND application_name <> 'postgres.js'`;
    return row?.others === 0;
  });
  await database.drop();
  vi.unstubAllEnvs();
});
afterEach(() => vi.useRealTimers());

async function startRun(): Promise<string> {
  const eventData = { deploymentId: "one", workflowName: "writePost", input: new Uint8Array() };
  const { run } = await worlds.one.events.create(null, { eventType: "run_created", eventData });
  return run?.runId ?? "";
}

/** As a server does that acts on what it has read. */
async function createStep(
  world: World,
  runId: string,
  correlationId = `step_${randomUUID()}`,
): Promise<string> {
  const eventData = { stepName: "deliverStep", input: new Uint8Array() };
  await world.events.create(runId, { eventType: "step_created", correlationId, eventData });
  return correlationId;
}

async function readLog(world: World, runId: string): Promise<string[]> {
  const { data } = await world.events.list({ runId, pagination: { limit: 1_000 } });
  return data.map(({ eventType, correlationId }) => correlationId ?? eventType);
}

test("an event of a server whose clock is behind stands after those that were there before it", async () => {
  const runId = await startRun();
  const now = Date.now();
  const written = ["run_created"];
  vi.useFakeTimers({ toFake: ["Date"], now });
  for (const [at, world] of [worlds.one, worlds.other, worlds.other, worlds.one].entries()) {
    vi.setSystemTime(now + 1_000 + at - (world === worlds.other ? BEHIND_MS : 0));
    written.push(await createStep(world, runId));
    expect(await readLog(worlds.one, runId)).toEqual(written);
  }
});

test("whatever a replay has read is the beginning of what later ones read, whoever writes meanwhile", async () => {
  const runId = await startRun();
  const readings: string[][] = [];
  const writing = Promise.all(
    Array.from({ length: EVENTS }, (_, at) =>
      createStep(at % 2 === 0 ? worlds.one : worlds.other, runId),
    ),
  );
  let over = false;
  const reading = (async () => {
    while (!over) readings.push(await readLog(worlds.other, runId));
  })();
  await writing;
  over = true;
  await reading;
  const log = await readLog(worlds.one, runId);
  expect(log).toHaveLength(EVENTS + 1);
  for (const seen of readings) expect(seen).toEqual(log.slice(0, seen.length));
});

test("an event that is not committed yet holds back later ones of its run, and of no other", async () => {
  const [runId, otherRun] = await Promise.all([startRun(), startRun()]);
  const late = `step_${randomUUID()}`;
  let next: Promise<string> | undefined;
  await database.sql.begin(async (sql) => {
    const id = `wevt_${"0".repeat(26)}`;
    await sql`
      INSERT INTO workflow.workflow_events (id, type, correlation_id, run_id)
      VALUES (${id}, 'step_started', ${late}, ${runId})`;
    next = createStep(worlds.one, runId);
    await createStep(worlds.other, otherRun);
    expect(await readLog(worlds.other, runId)).toEqual(["run_created"]);
  });
  const after = await next;
  expect(await readLog(worlds.one, runId)).toEqual(["run_created", late, after]);
});

test("a step is queued by the server that has created it, and by none that replays its run later", async () => {
  const runId = await startRun();
  const queue = (world: World, stepId: string) =>
    world.queue(
      "__wkf_step_deliverStep",
      { workflowName: "writePost", workflowRunId: runId, workflowStartedAt: 1, stepId },
      { idempotencyKey: stepId },
    );
  const countJobs = async () => {
    const [row] = await database.sql`SELECT count(*)::int AS jobs FROM graphile_worker.jobs`;
    return row?.jobs;
  };
  const stepId = await createStep(worlds.one, runId);
  await expect(createStep(worlds.other, runId, stepId)).rejects.toThrow(/already exists/);
  await queue(worlds.other, stepId);
  expect(await countJobs()).toBe(0);
  await queue(worlds.one, stepId);
  expect(await countJobs()).toBe(1);
  // As if it were done: the engine would queue it anew.
  await database.sql`DELETE FROM graphile_worker._private_jobs`;
  for (const world of [worlds.one, worlds.other]) await queue(world, stepId);
  expect(await countJobs()).toBe(0);
});
