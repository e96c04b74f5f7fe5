import fc from "fast-check";
import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { AppError } from "@/lib/errors";
import { completeStep } from "@/lib/onboarding/complete-step";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";
import { keepDraft } from "@/lib/onboarding/keep-draft";
import { readStepData } from "@/lib/onboarding/read-step-data";
import { resetOnboarding } from "@/lib/onboarding/reset-onboarding";
import { type OnboardingState, STEPS, type StepId } from "@/lib/onboarding/schema";
import { skipStep } from "@/lib/onboarding/skip-step";
import { clerkUser } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeUser } from "../world/posts/make-post";
import { scaled } from "../world/scale";

const database = setUpDatabase();

type Action =
  | { kind: "complete" | "skip" | "draft"; step: StepId }
  | { kind: "reset"; mode: "soft" | "hard" }
  | { kind: "look" };

const anyStep = fc.constantFrom(...STEPS.map(({ id }) => id));
const stepAction = fc.record({
  kind: fc.constantFrom(
    "complete" as const,
    "complete" as const,
    "skip" as const,
    "draft" as const,
  ),
  step: anyStep,
});
const reset = fc.record({
  kind: fc.constant("reset" as const),
  mode: fc.constantFrom("soft" as const, "hard" as const),
});
const look = fc.constant({ kind: "look" as const });
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: stepAction },
  { weight: 1, arbitrary: reset },
  { weight: 1, arbitrary: look },
);
/** Requests that are sent at once, batch after batch: mostly one, sometimes up to six. */
const anyBatches = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: anyAction.map((action) => [action]) },
    { weight: 1, arbitrary: fc.array(anyAction, { minLength: 2, maxLength: 6 }) },
  ),
  { minLength: 1, maxLength: 18 },
);

const REQUIRED = STEPS.filter(({ required }) => required).map(({ id }) => id);

function send(user: UserId, action: Action): Promise<OnboardingState> {
  if (action.kind === "look") return getOnboarding(user);
  if (action.kind === "reset")
    return resetOnboarding(
      user,
      action.mode === "hard" ? { mode: "hard", confirm: "reset" } : { mode: "soft" },
    );
  if (action.kind === "skip") return skipStep(user, action.step);
  if (action.kind === "draft")
    return keepDraft(user, action.step, { values: { half: true }, openedOn: undefined });
  return completeStep(user, action.step, { filled: true });
}

/** A model of the rules, written apart from the product: the states after one action. */
function predict(before: Map<StepId, string>, action: Action): Map<StepId, string> | "refused" {
  const after = new Map(before);
  if (action.kind === "look") return after;
  if (action.kind === "reset") return new Map();
  const { step } = action;
  if (action.kind === "skip") {
    if (REQUIRED.includes(step)) return "refused";
    return before.get(step) === "completed" ? after : after.set(step, "skipped");
  }
  if (action.kind === "draft") return before.has(step) ? after : after.set(step, "in_progress");
  if (step !== "finish") return after.set(step, "completed");
  if (REQUIRED.some((id) => id !== "finish" && before.get(id) !== "completed")) return "refused";
  for (const { id, required } of STEPS)
    if (!required && before.get(id) !== "completed") after.set(id, "skipped");
  return after.set("finish", "completed");
}

/** How many steps from the first one on are behind the user. */
function countBehind(statuses: Map<StepId, string>): number {
  let behind = 0;
  for (const { id } of STEPS) {
    if (statuses.get(id) !== "completed" && statuses.get(id) !== "skipped") break;
    behind += 1;
  }
  return behind;
}

/** What must hold of every answer, whatever was sent before it. */
function expectSound(state: OnboardingState): void {
  const statuses = new Map(state.steps.map(({ id, status }) => [id, status]));
  expect(state.steps.map(({ id }) => id)).toEqual(STEPS.map(({ id }) => id));
  expect(state.currentStep).toBe(countBehind(statuses));
  expect(state.progress).toBe((state.currentStep / 6) * 100);
  for (const id of REQUIRED) expect(statuses.get(id)).not.toBe("skipped");
  if (statuses.get("finish") === "completed") {
    for (const id of REQUIRED) expect(statuses.get(id)).toBe("completed");
    expect(state.progress).toBe(100);
  }
  expect(state.completedAt === null).toBe(state.progress < 100);
}

async function expectRow(user: UserId, state: OnboardingState): Promise<void> {
  const [row] = await database()
    .sql`SELECT current_step, progress FROM onboarding_sessions WHERE user_id = ${user}`;
  if (row) expect([row.current_step, row.progress]).toEqual([state.currentStep, state.progress]);
}

async function runBatch(user: UserId, before: Map<StepId, string>, batch: Action[]) {
  const earlier = await getOnboarding(user);
  const answers = await Promise.allSettled(batch.map((action) => send(user, action)));
  const later = await getOnboarding(user);
  for (const answer of answers) {
    if (answer.status === "fulfilled") expectSound(answer.value);
    else expect(answer.reason).toBeInstanceOf(AppError);
  }
  expectSound(later);
  await expectRow(user, later);
  const [only] = batch;
  if (batch.length === 1 && only) {
    const expected = predict(before, only);
    expect(answers[0]?.status).toBe(expected === "refused" ? "rejected" : "fulfilled");
    const after = expected === "refused" ? before : expected;
    expect(later.currentStep).toBe(countBehind(after));
    for (const [id, status] of after)
      expect(later.steps.find((step) => step.id === id)?.status).toBe(status);
  }
  if (batch.some(({ kind }) => kind === "reset")) return later;
  expect(later.currentStep).toBeGreaterThanOrEqual(earlier.currentStep);
  for (const answer of answers)
    if (answer.status === "fulfilled")
      expect(answer.value.currentStep).toBeGreaterThanOrEqual(earlier.currentStep);
  for (const { id, status } of earlier.steps)
    if (status === "completed")
      expect(later.steps.find((step) => step.id === id)?.status).toBe("completed");
  return later;
}

/** The stored states as the model holds them. */
async function readStored(user: UserId): Promise<Map<StepId, string>> {
  const [row] = await database().sql`SELECT steps FROM onboarding_sessions WHERE user_id = ${user}`;
  const known = STEPS.flatMap(({ id }): [StepId, string][] => {
    const status: unknown = row?.steps?.[id];
    return typeof status === "string" ? [[id, status]] : [];
  });
  return new Map(known);
}

test("no sequence of completing, skipping, revisiting, resetting and parallel requests breaks a rule", async () => {
  let [actions, parallel] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyBatches, async (batches) => {
      const user = await makeUser();
      for (const batch of batches) {
        actions += batch.length;
        if (batch.length > 1) parallel += 1;
        await runBatch(user, await readStored(user), batch);
      }
    }),
    { numRuns: scaled(1_000) },
  );
  expect(actions).toBeGreaterThan(0);
  expect(parallel).toBeGreaterThan(0);
});

test("fifty double clicks on the same step are one step", async () => {
  const user = await makeUser();
  await completeStep(user, "api-keys");
  const clicks = await Promise.all(
    Array.from({ length: 50 }, (_, index) => completeStep(user, "website", { click: index })),
  );
  expect(new Set(clicks.map(({ progress }) => progress))).toEqual(new Set([(2 / 6) * 100]));
  const [row] = await database()
    .sql`SELECT count(*)::int AS rows FROM onboarding_data WHERE user_id = ${user}`;
  expect(row?.rows).toBe(1);
});

test("step 1 is not completed without its keys, and the last one not without the required ones", async () => {
  const keyless = clerkUser("machine_keyless");
  await expect(completeStep(keyless, "api-keys")).rejects.toMatchObject({
    code: "key_missing",
    context: { provider: "gemini" },
  });
  await expect(completeStep(keyless, "finish")).rejects.toMatchObject({
    code: "conflict",
    context: {
      detail: "Complete API keys, Website, and Research first: these steps are required.",
    },
  });
  expect(await getOnboarding(keyless)).toMatchObject({ currentStep: 0, progress: 0 });
});

test("the figures are 50.0 after step 3 and 100.0 after step 6, and an edit later keeps them", async () => {
  const user = await makeUser();
  for (const step of ["api-keys", "website", "research"] as const) await completeStep(user, step);
  expect(await getOnboarding(user)).toMatchObject({ currentStep: 3, progress: 50 });
  const finished = await completeStep(user, "finish");
  expect(finished).toMatchObject({ currentStep: 6, progress: 100 });
  const edited = await completeStep(user, "website", { again: true });
  expect(edited).toEqual(finished);
  const drafted = await keepDraft(user, "research", {
    values: { half: true },
    openedOn: undefined,
  });
  expect(drafted).toEqual(finished);
});

test("a soft reset keeps what was entered, a hard one deletes it; another user keeps everything", async () => {
  const [user, other] = [await makeUser(), await makeUser()];
  for (const one of [user, other]) {
    await completeStep(one, "website", { kept: one });
    await keepDraft(one, "website", {
      values: { draft: "a\u0000b\ud800" },
      openedOn: undefined,
    });
  }
  const stored = { data: { kept: user }, draft: { draft: "ab\ufffd" } };
  expect(await resetOnboarding(user, { mode: "soft" })).toMatchObject({ progress: 0 });
  expect(await readStepData(user, "website")).toMatchObject(stored);
  await resetOnboarding(user, { mode: "hard", confirm: "reset" });
  expect(await readStepData(user, "website")).toEqual({
    data: null,
    draft: null,
    savedAt: null,
  });
  expect(await readStepData(other, "website")).toMatchObject({ data: { kept: other } });
});

test("a draft that arrives after its form was completed does not bring the form back", async () => {
  const user = await makeUser();
  const values = { typed: "late" };
  await keepDraft(user, "website", { values: { typed: "early" }, openedOn: null });
  await completeStep(user, "website", { typed: "saved" });
  const late = keepDraft(user, "website", { values, openedOn: null });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
  const { draft, savedAt } = await readStepData(user, "website");
  expect(draft).toBeNull();
  const reopened = new Date(savedAt ?? "");
  await keepDraft(user, "website", { values, openedOn: reopened });
  expect(await readStepData(user, "website")).toEqual({
    data: { typed: "saved" },
    draft: values,
    savedAt,
  });
  await completeStep(user, "website", { typed: "again" });
  const older = keepDraft(user, "website", { values, openedOn: reopened });
  await expect(older).rejects.toMatchObject({ code: "conflict" });
  expect((await readStepData(user, "website")).draft).toBeNull();
});

test("whichever of a draft and a completion comes first, the completed form has no draft", async () => {
  for (let round = 0; round < scaled(40); round += 1) {
    const user = await makeUser();
    const draft = { values: { round }, openedOn: null };
    const [first, second] =
      round % 2 === 0
        ? [keepDraft(user, "website", draft), completeStep(user, "website", { round })]
        : [completeStep(user, "website", { round }), keepDraft(user, "website", draft)];
    await Promise.allSettled([first, second]);
    expect(await readStepData(user, "website")).toMatchObject({ data: { round }, draft: null });
  }
});
