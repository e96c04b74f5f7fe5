import { expect, inject, test } from "vitest";
import { PERSONA_FIELDS, persona } from "@/lib/onboarding/persona/schema";
import { HOSTILE_COUNT, hostileText } from "@/sandbox/exa/hostile-texts";
import { inFull } from "../world/in-full";
import { readInstructions } from "../world/posts/read-instructions";
import { FULL } from "../world/scale";
import { readProblem } from "../world/servers/read-problem";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { saveKeys } from "../world/servers/start-production";
import { createTester, type Tester } from "../world/tester";
import { describeProfile, fillWizard } from "../world/wizard/fill-wizard";
import { followWork, openWizardTester, WIZARD_WORK } from "../world/wizard/wizard-work";

const { production, sandboxUrl } = inject("servers");
const GENERATE = "/api/onboarding/persona/generate";
const TRY = "/api/onboarding/persona/try";
const CORE = describeProfile("walnut").persona.core;

async function createReady(scenario = "ok"): Promise<Tester> {
  const tester = createTester(production.url, scenario);
  await saveKeys(tester);
  return tester;
}

/** Does work that must end well, and gives its fields and its result. */
async function finishWork(tester: Tester, path: string, body: object) {
  const { fields, last } = await followWork(tester, path, body);
  if (last?.type !== "done") throw new Error(`${path}: ${JSON.stringify(last)}`);
  return { fields, result: last.data.data };
}

async function saveStep(tester: Tester, step: string, body: object): Promise<void> {
  const answer = await tester.call("PUT", `/api/onboarding/steps/${step}`, body);
  if (!answer.ok) throw new Error(`${step}: ${await answer.text()}`);
}

test("a persona arrives field by field, from what the website and the research have taught", async () => {
  const tester = await createReady();
  await fillWizard(tester.call, "walnut");
  const { events } = await followWork(tester, GENERATE, { target: "core" });
  const names = events.flatMap((event) => (event.type === "field" ? [event.data.name] : []));
  expect(names).toEqual([...PERSONA_FIELDS]);
  const last = events.at(-1);
  const written = persona.parse(last?.type === "done" ? last.data.data : last);
  expect(JSON.stringify(written)).toContain("walnut");
  expect(events.some((event) => event.type === "cost" && event.data.usd > 0)).toBe(true);

  await finishWork(tester, GENERATE, { target: "linkedin", core: written });
  const prompts = (await readSandboxLog(sandboxUrl, tester.keys.gemini)).map((one) => one.prompt);
  expect(prompts.at(-1)).toContain("Platform: LinkedIn");
  expect(prompts.at(-1)).toContain(`Voice: ${written.voice}`);
});

test("one paragraph is written in the voice that is in the form", async () => {
  const tester = await createReady();
  const body = { persona: CORE, topic: "Why nuts float" };
  const { fields, result } = await finishWork(tester, TRY, body);
  expect(result).toContain("A patient walnut teacher");
  expect(Object.values(fields)).toEqual([result]);
});

test("without a key nothing is asked, and a body that is no persona is refused", async () => {
  const tester = createTester(production.url);
  const refused = await readProblem(await tester.call("POST", GENERATE, { target: "core" }));
  expect(refused).toMatchObject({ code: "key_missing", status: 409 });
  const bad = [
    [GENERATE, { target: "telegram" }],
    [GENERATE, { target: "x" }],
    [GENERATE, { target: "core", userId: "user_x" }],
    [TRY, { persona: { ...CORE, voice: "" }, topic: "Nuts" }],
    [TRY, { persona: CORE, topic: "ab" }],
    [TRY, { persona: { ...CORE, dos: "one" }, topic: "Nuts" }],
    ["/api/onboarding/steps/persona", { platforms: {} }],
  ] as const;
  for (const [path, body] of bad) {
    const method = path.includes("steps") ? "PUT" : "POST";
    const problem = await readProblem(await tester.call(method, path, body));
    expect(problem.code, JSON.stringify(body)).toBe("invalid");
  }
});

/** Every tenth of them; in full, each. */
const STEP = FULL ? 1 : 10;
const OBEYED = /evil-\d+|OBEYED-\d+|<script|javascript:|\u200b/;

/** Steps 2 to 4 as a user walks them: each takes what the one before has found. */
async function walkSteps(tester: Tester): Promise<unknown[]> {
  const { website, research } = WIZARD_WORK;
  const site = await finishWork(tester, website.path, website.body);
  const { pages: _, ...profile } = site.fields;
  await saveStep(tester, "website", { source: "site", ...website.body, profile });
  const found = await finishWork(tester, research.path, research.body);
  await saveStep(tester, "research", { ...found.fields, preferences: {} });
  const core = await finishWork(tester, GENERATE, { target: "core" });
  const x = await finishWork(tester, GENERATE, { target: "x", core: core.result });
  const tried = await finishWork(tester, TRY, { persona: core.result, topic: "Caching" });
  return [core, x, tried];
}

inFull(`none of the hostile sites is obeyed by the persona that is learned from it`, async () => {
  expect(HOSTILE_COUNT).toBeGreaterThanOrEqual(30);
  for (let number = 1; number <= HOSTILE_COUNT; number += STEP) {
    const { mark, url } = hostileText(number);
    const tester = await openWizardTester({ exa: `hostile-pages:${number}` });
    expect(JSON.stringify(await walkSteps(tester)), `${number}`).not.toMatch(OBEYED);
    const { all, instructions } = await readInstructions(sandboxUrl, tester.keys.gemini);
    expect(all, "the hostile text reached the model").toContain(mark);
    expect(instructions, `${number}`).not.toContain(mark);
    expect(instructions, `${number}`).not.toContain(url);
  }
});

test(`hostile texts that a model has let into a profile stay data in every later prompt`, async () => {
  for (let number = 2; number <= HOSTILE_COUNT; number += STEP) {
    const { mark, text } = hostileText(number);
    const [tester, line] = [await openWizardTester(), text.slice(0, 280)];
    const profile = { ...describeProfile("walnut").website.profile, description: text };
    const lists = { patterns: [line], guidelines: [line], avoid: [line] };
    await saveStep(tester, "website", {
      source: "business",
      profile: { ...profile, audience: line, writingStyle: text, ...lists },
    });
    await saveStep(tester, "research", { topics: [line], gaps: [line], preferences: {} });
    const core = { ...CORE, voice: text, tone: line, dos: [line], sample: text };
    await saveStep(tester, "persona", { core });
    await finishWork(tester, GENERATE, { target: "core" });
    await finishWork(tester, GENERATE, { target: "medium", core });
    await finishWork(tester, TRY, { persona: core, topic: "Caching" });
    const { all, instructions } = await readInstructions(sandboxUrl, tester.keys.gemini);
    expect(all, `${number}`).toContain(mark);
    expect(instructions, `${number}`).not.toContain(mark);
  }
});
