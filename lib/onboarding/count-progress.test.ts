import fc from "fast-check";
import { expect, test } from "vitest";
import { countProgress, type StepStatuses } from "./count-progress";
import { readStatuses } from "./read-statuses";
import { STEPS, type StepStatus } from "./schema";

const STATUSES = ["pending", "in_progress", "completed", "skipped"] as const;
const anyStatuses = fc
  .array(fc.option(fc.constantFrom(...STATUSES), { nil: undefined }), {
    minLength: STEPS.length,
    maxLength: STEPS.length,
  })
  .map((chosen): StepStatuses => toStatuses(chosen));

function toStatuses(chosen: readonly (StepStatus | undefined)[]): StepStatuses {
  return Object.fromEntries(STEPS.map(({ id }, index) => [id, chosen[index]]));
}

test("progress is the number of steps behind one, in sixths of a hundred", () => {
  const after = (count: number) =>
    countProgress(toStatuses(Array.from({ length: count }, () => "completed" as const)));
  expect(countProgress({})).toEqual({ currentStep: 0, progress: 0 });
  expect(after(1).progress).toBeCloseTo(16.667, 3);
  expect(after(3)).toEqual({ currentStep: 3, progress: 50 });
  expect(after(6)).toEqual({ currentStep: 6, progress: 100 });
});

test("a step counts only once all earlier ones are completed or skipped", () => {
  expect(countProgress({ website: "completed", finish: "completed" }).currentStep).toBe(0);
  expect(countProgress({ "api-keys": "completed", website: "in_progress" }).currentStep).toBe(1);
  expect(countProgress({ "api-keys": "completed", website: "skipped" }).currentStep).toBe(2);
  fc.assert(
    fc.property(anyStatuses, (statuses) => {
      const { currentStep, progress } = countProgress(statuses);
      const behind = STEPS.map(({ id }) => ["completed", "skipped"].includes(statuses[id] ?? ""));
      expect(behind.slice(0, currentStep)).not.toContain(false);
      expect(behind[currentStep] ?? false).toBe(false);
      expect(progress).toBe((currentStep / 6) * 100);
    }),
  );
});

test("completing one more step never lowers the progress", () => {
  fc.assert(
    fc.property(anyStatuses, fc.constantFrom(...STEPS), (statuses, { id }) => {
      const before = countProgress(statuses).currentStep;
      expect(countProgress({ ...statuses, [id]: "completed" }).currentStep).toBeGreaterThanOrEqual(
        before,
      );
    }),
  );
});

test("stored states that cannot be read count as pending", () => {
  for (const stored of [null, undefined, "text", 7, [], { "api-keys": "done" }, { "api-keys": 1 }])
    expect(countProgress(readStatuses(stored)).currentStep).toBe(0);
  expect(readStatuses({ "api-keys": "completed", unknown: "completed" })).toEqual({
    "api-keys": "completed",
  });
});
