import "server-only";
import type { UserId } from "../auth/user-id";
import { AppError } from "../errors";
import { changeSteps } from "./change-steps";
import { type OnboardingState, STEPS, type StepId } from "./schema";

/**
 * Skips an optional step. One that is completed stays so: its data is in use.
 *
 * @throws AppError `invalid` for a required step.
 */
export async function skipStep(user: UserId, step: StepId): Promise<OnboardingState> {
  const required = STEPS.some(({ id, required }) => id === step && required);
  const message = "This step is required. It can be filled in by hand, without any provider.";
  if (required) throw new AppError("invalid", { fields: [{ field: "id", message }] });
  return changeSteps(user, (before) =>
    before[step] === "completed" ? before : { ...before, [step]: "skipped" },
  );
}
