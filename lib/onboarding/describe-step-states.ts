import { countProgress, type StepStatuses } from "./count-progress";
import { type OnboardingState, STEPS, type StepState } from "./schema";

/** What a page needs of the stored states: the first open step is in progress. */
export function describeStepStates(
  statuses: StepStatuses,
  completedAt: Date | null | undefined,
): OnboardingState {
  const { currentStep, progress } = countProgress(statuses);
  const steps = STEPS.map((step): StepState => {
    const next = step.number === currentStep + 1 ? "in_progress" : "pending";
    return { ...step, status: statuses[step.id] ?? next };
  });
  return { currentStep, progress, steps, completedAt: completedAt?.toISOString() ?? null };
}
