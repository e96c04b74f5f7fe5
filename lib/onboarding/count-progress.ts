import { STEPS, type StepId, type StepStatus } from "./schema";

/** Stored states of the steps; a step that is absent is pending. */
export type StepStatuses = Partial<Record<StepId, StepStatus>>;

/**
 * The one formula of progress: a step counts once all earlier ones are completed or skipped.
 *
 * @returns `currentStep` 0 to 6, and `progress` = `currentStep` / 6 × 100 in percent.
 */
export function countProgress(statuses: StepStatuses): { currentStep: number; progress: number } {
  const firstOpen = STEPS.findIndex(({ id }) => !isBehind(statuses[id]));
  const currentStep = firstOpen === -1 ? STEPS.length : firstOpen;
  return { currentStep, progress: (currentStep / STEPS.length) * 100 };
}

function isBehind(status: StepStatus | undefined): boolean {
  return status === "completed" || status === "skipped";
}
