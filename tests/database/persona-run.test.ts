import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import type { EmitWork } from "@/lib/http/schema";
import { completeStep } from "@/lib/onboarding/complete-step";
import { PERSONA_FIELDS } from "@/lib/onboarding/persona/schema";
import { readStepData } from "@/lib/onboarding/read-step-data";
import { beginPersona } from "@/lib/onboarding/setup/begin-persona";
import { dropPersona } from "@/lib/onboarding/setup/drop-persona";
import { followPersona } from "@/lib/onboarding/setup/follow-persona";
import { getSetup } from "@/lib/onboarding/setup/get-setup";
import { listPersonas } from "@/lib/onboarding/setup/list-personas";
import { runStage } from "@/lib/onboarding/setup/run-stage";
import type { PersonaTarget } from "@/lib/onboarding/setup/schema";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";
import { waitUntil } from "../world/wait-until";
import { describeProfile } from "../world/wizard/fill-wizard";

const database = setUpDatabase();
const sandbox = setUpSandbox();
const CORE = describeProfile("walnut").persona.core;

let serial = 0;
async function createUser(gemini = "ok") {
  serial += 1;
  const user = clerkUser(`persona_${serial}`);
  const key = `${gemini}-persona-${serial}`;
  await saveKeyDirectly(user, { gemini: key, exa: `ok-persona-${serial}` });
  const calls = async () =>
    (await readSandboxLog(sandbox().url, key)).filter(({ path }) => path.includes("enerate"));
  return { user, calls };
}

/** What a begun persona is before an engine takes it; `about` and the rest are as they are stored. */
async function begin(user: UserId, target = "core", core: object | null = null): Promise<string> {
  const { sql } = database();
  const [row] = await sql`
    INSERT INTO setup_runs (user_id, target, about, stage, core)
    VALUES (${user}, ${target}, '', 'persona', ${core && sql.json({ ...core })}) RETURNING id`;
  return String(row?.id);
}

const listTargets = async (user: UserId) => (await listPersonas(user)).map(({ target }) => target);

async function follow(user: UserId, target: PersonaTarget) {
  const told: string[] = [];
  const emit: EmitWork = (type, data) =>
    told.push(type === "field" && "name" in data ? data.name : type);
  const { signal } = new AbortController();
  const run = (await listPersonas(user)).find((one) => one.target === target);
  const id = run?.id ?? "";
  return { made: await followPersona(user, { target, id }, { emit, signal }), told };
}

test("one persona is made beside a setup, told field by field to all who follow, and taken once", async () => {
  const { user, calls } = await createUser();
  await database().sql`INSERT INTO setup_runs (user_id, about) VALUES (${user}, 'A setup.')`;
  const core = await begin(user);
  const linkedin = await begin(user, "linkedin", CORE);
  const following = [follow(user, "core"), follow(user, "linkedin"), follow(user, "core")] as const;
  expect(await Promise.all([runStage(core, "persona"), runStage(linkedin, "persona")])).toEqual([
    { ended: true },
    { ended: true },
  ]);
  const [one, other, again] = await Promise.all(following);
  expect(one.told.filter((name) => name !== "cost")).toEqual([...PERSONA_FIELDS]);
  expect(one.told).toContain("cost");
  expect(again.made).toEqual(one.made);
  expect(other.told).toContain("voice");
  const prompts = (await calls()).map(({ prompt = "" }) => prompt);
  expect(prompts).toHaveLength(2);
  expect(prompts.some((prompt) => prompt.includes(CORE.voice))).toBe(true);

  expect((await readStepData(user, "persona")).data, "its owner has not saved it").toBeNull();
  expect(await getSetup(user)).toMatchObject({ about: "A setup.", status: "running" });
  expect((await listTargets(user)).sort()).toEqual(["core", "linkedin"]);
  expect((await follow(user, "core")).made, "it waits to be taken").toEqual(one.made);
  await dropPersona(user, "core");
  expect(await listTargets(user)).toEqual(["linkedin"]);
  await expect(follow(user, "core")).rejects.toThrow(
    expect.objectContaining({ code: "not_found" }),
  );
});

test("what another try has written anew is told again, and a run that another took the place of is over", async () => {
  const { user } = await createUser();
  const id = await begin(user);
  const half = { persona: { voice: "Of a try that broke off", tone: "Old" } };
  await database().sql`
    UPDATE setup_runs SET findings = ${database().sql.json(half)} WHERE id = ${id}`;
  const told: unknown[] = [];
  const emit: EmitWork = (type, data) =>
    type === "field" && "value" in data && told.push(data.value);
  const { signal } = new AbortController();
  const following = followPersona(user, { target: "core", id }, { emit, signal });
  await waitUntil("the half", () => Promise.resolve(told.length === 2));
  await runStage(id, "persona");
  const made = await following;
  expect(told.slice(2)).toEqual(PERSONA_FIELDS.map((name) => made[name]));
  await database().sql`UPDATE setup_runs SET id = gen_random_uuid() WHERE id = ${id}`;
  await expect(followPersona(user, { target: "core", id }, { emit, signal })).rejects.toThrow(
    expect.objectContaining({ code: "not_found" }),
  );
});

test("one that is made already is begun once, from one core persona; saving the step forgets what was made", async () => {
  const { user } = await createUser();
  const id = await begin(user, "linkedin", CORE);
  expect(await beginPersona(user, { target: "linkedin", core: CORE })).toBe(id);
  await expect(
    beginPersona(user, { target: "linkedin", core: { ...CORE, tone: "Another" } }),
  ).rejects.toThrow(expect.objectContaining({ code: "conflict" }));
  await dropPersona(user, "linkedin", randomUUID());
  expect(await listTargets(user), "another run was meant").toEqual(["linkedin"]);
  const core = await begin(user);
  await runStage(core, "persona");
  await completeStep(user, "persona", { core: CORE, platforms: {} });
  expect(await listTargets(user), "one is still being made").toEqual(["linkedin"]);
  await dropPersona(user, "linkedin", id);
  expect(await listTargets(user)).toEqual([]);
});

test("a persona whose process was killed is made by another, and one delivered twice is paid once", async () => {
  const { user, calls } = await createUser();
  const id = await begin(user);
  await database().sql`
    UPDATE setup_runs SET owner = gen_random_uuid(), heartbeat_at = now() - interval '10 minutes'
    WHERE id = ${id}`;
  const ends = await Promise.all([runStage(id, "persona"), runStage(id, "persona")]);
  expect(ends).toEqual([{ ended: true }, { ended: true }]);
  expect(await getSetup(user, "core")).toMatchObject({ status: "done" });
  expect(await calls()).toHaveLength(1);
});

test("Stop closes its connection and forgets it; a failure says for everyone what it was", async () => {
  const { user, calls } = await createUser("silent:60");
  const id = await begin(user);
  const running = runStage(id, "persona");
  await waitUntil("the call", async () => (await calls()).length > 0);
  const following = follow(user, "core");
  const stopped = expect(following).rejects.toThrow(expect.objectContaining({ code: "not_found" }));
  await dropPersona(user, "core");
  expect(await running).toEqual({ ended: true });
  await waitUntil("the hang-up", async () => (await calls()).some(({ hungUp }) => hungUp));
  await stopped;

  const poor = await createUser("quota-day");
  await runStage(await begin(poor.user, "x", CORE), "persona");
  const refused = { code: "quota_day", context: { provider: "gemini" } };
  await expect(follow(poor.user, "x")).rejects.toThrow(expect.objectContaining(refused));
});
