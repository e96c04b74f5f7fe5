import { expect, inject, test } from "vitest";
import { PERSONA_FIELDS, persona } from "@/lib/onboarding/persona/schema";
import { describeProfile, fillWizard } from "../world/fill-wizard";
import { readProblem } from "../world/read-problem";
import { readSandboxLog } from "../world/sandbox-log";
import { saveKeys } from "../world/start-production";
import { createTester, type Tester } from "../world/tester";

const { production, sandboxUrl } = inject("servers");
const GENERATE = "/api/onboarding/persona/generate";
const TRY = "/api/onboarding/persona/try";
const CORE = describeProfile("walnut").persona.core;

async function createReady(scenario = "ok"): Promise<Tester> {
  const tester = createTester(production.url, scenario);
  await saveKeys(tester);
  return tester;
}

/** The events of long work, in order. */
async function followWork(tester: Tester, path: string, body: object) {
  const answer = await tester.call("POST", path, body, { accept: "text/event-stream" });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const frames = (await answer.text()).matchAll(/^event: (.+)\ndata: (.+)$/gm);
  return [...frames].map(([, type, data = ""]) => ({ type, data: JSON.parse(data) }));
}

test("a persona arrives field by field, from what the website and the research have taught", async () => {
  const tester = await createReady();
  await fillWizard(tester.call, "walnut");
  const events = await followWork(tester, GENERATE, { target: "core" });
  const fields = events.filter(({ type }) => type === "field").map(({ data }) => data.name);
  expect(fields).toEqual([...PERSONA_FIELDS]);
  expect(events.at(-1)?.type).toBe("done");
  const written = persona.parse(events.at(-1)?.data.data);
  expect(JSON.stringify(written)).toContain("walnut");
  expect(events.find(({ type }) => type === "cost")?.data.usd).toBeGreaterThan(0);

  const other = await followWork(tester, GENERATE, { target: "linkedin", core: written });
  expect(other.at(-1)?.type).toBe("done");
  const prompts = (await readSandboxLog(sandboxUrl, tester.keys.gemini)).map((one) => one.prompt);
  expect(prompts.at(-1)).toContain("Platform: LinkedIn");
  expect(prompts.at(-1)).toContain(`Voice: ${written.voice}`);
});

test("one paragraph is written in the voice that is in the form", async () => {
  const tester = await createReady();
  const events = await followWork(tester, TRY, { persona: CORE, topic: "Why nuts float" });
  const paragraph: string = events.at(-1)?.data.data;
  expect(paragraph).toContain("A patient walnut teacher");
  expect(events.filter(({ type }) => type === "field").at(-1)?.data.value).toBe(paragraph);
});

test("without a key nothing is asked, and a body that is no persona is refused", async () => {
  const tester = createTester(production.url);
  const events = await followWork(tester, GENERATE, { target: "core" });
  expect(events.at(-1)).toMatchObject({ type: "error", data: { code: "key_missing" } });
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
