import "server-only";
import type { UserId } from "../auth/user-id";
import { changeSteps } from "./change-steps";
import { saveStepDraft } from "./save-step-draft";
import type { OnboardingState, StepId } from "./schema";
import { storableJson } from "./storable-json";

/**
 * Keeps a half-filled form, and marks its step as begun if nothing else is known of it.
 *
 * @throws AppError `invalid` when the draft is nested too deeply.
 */
export async function keepDraft(
  user: UserId,
  step: StepId,
  draft: Record<string, unknown>,
): Promise<OnboardingState> {
  await saveStepDraft(user, step, storableJson(draft));
  return changeSteps(user, (before) => ({ [step]: "in_progress", ...before }));
}
