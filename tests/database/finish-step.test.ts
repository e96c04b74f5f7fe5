import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { connectIntegration } from "@/lib/integrations/connect-integration";
import { checkSavedKey } from "@/lib/keys/check-saved-key";
import { listKeyHealth } from "@/lib/keys/list-key-health";
import { saveApiKeys } from "@/lib/keys/save-api-keys";
import { completeStep } from "@/lib/onboarding/complete-step";
import { STEPS } from "@/lib/onboarding/schema";
import { summarizeOnboarding } from "@/lib/onboarding/summarize-onboarding";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { setUpSandbox } from "../world/servers/set-up-sandbox";
import { GHOST_KEY, startFakeGhost } from "../world/sites/fake-ghost";
import type { FakeSite } from "../world/sites/start-fake-site";
import { describeProfile } from "../world/wizard/fill-wizard";

const database = setUpDatabase();
setUpSandbox();
let ghost: FakeSite;
beforeAll(async () => {
  ghost = await startFakeGhost();
});
afterAll(() => ghost.close());

let serial = 0;
const makeUser = () => {
  serial += 1;
  return clerkUser(`finishes_${serial}`);
};
const keysOf = ({ gemini = "ok", exa = "ok" }) => {
  serial += 1;
  return { gemini: `${gemini}-finish-g-${serial}`, exa: `${exa}-finish-e-${serial}` };
};
const learned = async (user: UserId) =>
  Object.fromEntries((await summarizeOnboarding(user)).map((part) => [part.step, part.learned]));

test("an empty account is told what is missing, what of it is required, and what each part would unlock", async () => {
  const summary = await summarizeOnboarding(makeUser());
  const asked = STEPS.filter(({ id }) => id !== "finish");
  expect(summary.map(({ step, title, required }) => ({ id: step, title, required }))).toEqual(
    asked.map(({ id, title, required }) => ({ id, title, required })),
  );
  expect(summary.every((part) => part.learned === null)).toBe(true);
  expect(summary.map(({ unlocks }) => unlocks)).toEqual([
    expect.stringContaining("sources"),
    expect.stringContaining("style"),
    expect.stringContaining("competitors leave open"),
    expect.stringContaining("your voice"),
    expect.stringContaining("finished posts can go to"),
  ]);
});

test("what each step has taught is said in a line, and of nobody else", async () => {
  const [user, other] = [makeUser(), makeUser()];
  const { website, research, persona } = describeProfile("violins");
  await saveKeyDirectly(user, { gemini: "ok-finish-only-gemini" });
  expect(await learned(user), "one of two required keys").toMatchObject({ "api-keys": null });
  await saveKeyDirectly(user, { exa: "ok-finish-exa" });
  await completeStep(user, "website", website);
  await completeStep(user, "research", research);
  await completeStep(user, "persona", persona);
  vi.stubEnv("DEBUG", "true");
  await connectIntegration(user, { kind: "ghost", siteUrl: ghost.url, secret: GHOST_KEY }).finally(
    () => vi.unstubAllEnvs(),
  );
  expect(await learned(user)).toEqual({
    "api-keys": "Gemini and Exa keys, all work",
    website: "Letters about violins. For: Owners of a violins shop.",
    research: "1 competitor, 1 gap, basic research",
    persona: "A patient violins teacher.",
    integrations: new URL(ghost.url).host,
  });
  const description = "A sentence that goes on and on, ".repeat(10);
  const long = { ...website, profile: { ...website.profile, description } };
  await completeStep(user, "website", long);
  const platforms = { linkedin: persona.core };
  await completeStep(user, "persona", { ...persona, platforms });
  const changed = await learned(user);
  expect(changed.website).toMatch(/^A sentence .{100,150}… For: /);
  expect(changed.persona).toBe("A patient violins teacher. Also for LinkedIn.");
  expect(Object.values(await learned(other)).every((line) => line === null)).toBe(true);
});

const health = async (user: UserId) =>
  Object.fromEntries(
    (await listKeyHealth(user)).map(({ provider, key, fault }) => [
      provider,
      [key?.status ?? "missing", fault?.code ?? null],
    ]),
  );
const age = (user: UserId, interval: string) => database().sql`
  UPDATE usage_events SET settled_at = settled_at - ${interval}::interval,
    created_at = created_at - ${interval}::interval WHERE user_id = ${user}`;

test("of a key is known how its last check went, and what its provider has said since", async () => {
  const user = makeUser();
  expect(await health(user)).toEqual({ gemini: ["missing", null], exa: ["missing", null] });
  await saveApiKeys(user, keysOf({ exa: "times:2+no-credits" }));
  expect(await health(user)).toEqual({ gemini: ["valid", null], exa: ["valid", "no_credits"] });
  const [, exa] = await listKeyHealth(user);
  for (const at of [exa?.fault?.at, exa?.key?.checkedAt])
    expect(Date.now() - Date.parse(at ?? "")).toBeLessThan(60_000);
  await checkSavedKey(user, "exa");
  expect(await health(user)).toMatchObject({ exa: ["valid", "no_credits"] });
  await checkSavedKey(user, "exa");
  expect(await health(user), "it has credits again").toMatchObject({ exa: ["valid", null] });
  await saveApiKeys(user, keysOf({ exa: "no-credits" }));
  expect(await health(user)).toMatchObject({ exa: ["valid", "no_credits"] });
  await saveApiKeys(user, keysOf({}));
  expect(await health(user), "of the key that was replaced").toMatchObject({
    exa: ["valid", null],
  });
  expect(await health(makeUser())).toMatchObject({ exa: ["missing", null] });
});

test("a fault is news for its time; a call that was stopped says nothing of it", async () => {
  const user = makeUser();
  await saveApiKeys(user, keysOf({ gemini: "probe-500", exa: "no-credits" }));
  const known = { gemini: ["unknown", "provider_unreachable"], exa: ["valid", "no_credits"] };
  expect(await health(user)).toEqual(known);
  const { sql } = database();
  await sql`INSERT INTO usage_events (user_id, provider, key_version, operation, status, cost_usd, settled_at)
    SELECT ${user}, provider, 1, 'search', 'failed', 0, now() FROM api_keys WHERE user_id = ${user}`;
  expect(await health(user)).toEqual(known);
  await age(user, "2 hours");
  expect(await health(user)).toEqual({ ...known, gemini: ["unknown", null] });
  await age(user, "1 day");
  expect(await health(user)).toMatchObject({ exa: ["valid", null] });
});

test("of a key that is refused the refusal is known, and nothing beside it", async () => {
  const user = makeUser();
  await saveKeyDirectly(user, { gemini: "expired-finish-gemini", exa: "ok-finish-exa" });
  await checkSavedKey(user, "gemini");
  expect(await health(user)).toEqual({ gemini: ["invalid", null], exa: ["valid", null] });
});
