import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";
import { readStepData } from "@/lib/onboarding/read-step-data";
import { resetOnboarding } from "@/lib/onboarding/reset-onboarding";
import { getSetup } from "@/lib/onboarding/setup/get-setup";
import { readAbout } from "@/lib/onboarding/setup/read-about";
import { runStage } from "@/lib/onboarding/setup/run-stage";
import { SETUP_STAGES } from "@/lib/onboarding/setup/setup-stages";
import { stopSetup } from "@/lib/onboarding/setup/stop-setup";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";
import { waitUntil } from "../world/wait-until";

const database = setUpDatabase();
const sandbox = setUpSandbox();
const SENTENCE = "I write about heating old houses for people who renovate for the first time.";

let serial = 0;
async function begin(about: string, gemini = "ok", exa = "ok") {
  serial += 1;
  const user = clerkUser(`setup_${serial}`);
  const keys = { gemini: `${gemini}-setup-${serial}`, exa: `${exa}-setup-${serial}` };
  await saveKeyDirectly(user, keys);
  const [row] = await database().sql`
    INSERT INTO setup_runs (user_id, about) VALUES (${user}, ${about}) RETURNING id`;
  return { user, keys, id: String(row?.id) };
}

async function runAll(id: string): Promise<void> {
  for (const stage of SETUP_STAGES) if ((await runStage(id, stage)).ended) return;
}
const statuses = async (user: UserId) =>
  Object.fromEntries((await getOnboarding(user)).steps.map(({ id, status }) => [id, status]));

test.each([
  ["https://nextjs.org/docs", "site"],
  ["nextjs.org", "site"],
  [SENTENCE, "business"],
])("%s makes website, research and persona, each a completed step", async (about, source) => {
  const { user, id } = await begin(about);
  await runAll(id);
  const setup = await getSetup(user);
  expect(setup).toMatchObject({ status: "done", problem: null });
  expect(setup?.costUsd).toBeGreaterThan(0);
  expect(Object.keys(setup?.findings ?? {}).sort()).toEqual([...SETUP_STAGES].sort());
  for (const stage of SETUP_STAGES)
    expect((await readStepData(user, stage)).data, stage).not.toBeNull();
  expect((await readStepData(user, "website")).data).toMatchObject({ source });
  expect(await statuses(user)).toMatchObject({
    website: "completed",
    research: "completed",
    persona: "completed",
  });
});

test.each([
  ["ftp://example.org/a", "neither"],
  ["localhost", "a short word"],
  ["http://127.0.0.1/", "an address of a machine"],
  ["Too short.", "too few words"],
])("%s is refused as %s", (about) => {
  expect(() => readAbout(about)).toThrow(expect.objectContaining({ code: "invalid" }));
});

test("a stage that is delivered twice at once is done and paid once", async () => {
  const { user, keys, id } = await begin(SENTENCE);
  const ends = await Promise.all([runStage(id, "website"), runStage(id, "website")]);
  expect(ends.map(({ ended }) => ended).sort()).toEqual([false, true]);
  const calls = await readSandboxLog(sandbox().url, keys.gemini);
  expect(calls.filter(({ method }) => method === "POST")).toHaveLength(1);
  expect(await runStage(id, "website")).toEqual({ ended: false });
  expect(await getSetup(user)).toMatchObject({ status: "running", stage: "research" });
});

test("a failure says what it was, and the setup goes on at the stage where it was", async () => {
  const { user, keys, id } = await begin(SENTENCE, "ok", "no-credits");
  await runAll(id);
  expect(await getSetup(user)).toMatchObject({
    status: "failed",
    stage: "research",
    problem: { code: "no_credits", provider: "exa" },
  });
  expect(await statuses(user)).toMatchObject({ website: "completed" });
  await saveKeyDirectly(user, { exa: `ok-setup-again-${serial}` });
  await database().sql`UPDATE setup_runs SET status = 'running', problem = NULL WHERE id = ${id}`;
  await runAll(id);
  expect(await getSetup(user)).toMatchObject({ status: "done" });
  const calls = await readSandboxLog(sandbox().url, keys.gemini);
  const described = calls.filter(({ prompt = "" }) => prompt.includes("heating old houses"));
  expect(described.length).toBeGreaterThan(0);
});

test("a stage that ends after its setup was begun anew, or its answers were deleted, stores nothing", async () => {
  const { user, keys, id } = await begin(SENTENCE, "slow:300");
  const running = runStage(id, "website");
  await waitUntil("the call", async () =>
    (await readSandboxLog(sandbox().url, keys.gemini)).some(({ path }) => path.includes("enerate")),
  );
  await resetOnboarding(user, { mode: "hard", confirm: "reset" });
  expect(await running).toEqual({ ended: true });
  expect((await readStepData(user, "website")).data).toBeNull();
  expect(await getSetup(user)).toBeNull();
});

test("Stop closes the connection, keeps what was found, and nothing is called after it", async () => {
  const { user, keys, id } = await begin(SENTENCE, "silent:60");
  const running = runStage(id, "website");
  const calls = () => readSandboxLog(sandbox().url, keys.gemini);
  await waitUntil("the call", async () =>
    (await calls()).some(({ path }) => path.includes("enerate")),
  );
  await stopSetup(user);
  expect(await running).toEqual({ ended: true });
  await waitUntil("the hang-up", async () => (await calls()).some(({ hungUp }) => hungUp));
  expect(await getSetup(user)).toMatchObject({ status: "stopped", stage: "website" });
  expect(await runStage(id, "website")).toEqual({ ended: true });
});

test("a stage whose quota is used up holds nothing, and goes on from what it has paid for", async () => {
  const { user, keys, id } = await begin("https://nextjs.org/docs", "quota-minute:3");
  const first = await runStage(id, "website");
  expect(first.ended).toBe(false);
  expect(first.waitSeconds).toBeGreaterThan(0);
  const waiting = await getSetup(user);
  expect(waiting).toMatchObject({ status: "running", stage: "website" });
  expect(Date.parse(waiting?.waitUntil ?? "")).toBeGreaterThan(Date.now());
  const [row] = await database().sql`
    SELECT owner, heartbeat_at > now() AS asleep FROM setup_runs WHERE id = ${id}`;
  expect(row).toEqual({ owner: null, asleep: true });
  await pause((first.waitSeconds ?? 0) * 1_000);
  expect(await runStage(id, "website", 1)).toEqual({ ended: false });
  await runAll(id);
  expect(await getSetup(user)).toMatchObject({ status: "done", problem: null, waitUntil: null });
  const undisturbed = await begin("https://nextjs.org/docs");
  await runAll(undisturbed.id);
  const askedOfExa = async (key: string) =>
    (await readSandboxLog(sandbox().url, key))
      .map(({ path }) => path)
      .filter((path) => !path.startsWith("/v1beta"));
  expect(await askedOfExa(keys.exa)).toEqual(await askedOfExa(undisturbed.keys.exa));
});
