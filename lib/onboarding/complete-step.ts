import "server-only";
import type { UserId } from "../auth/user-id";
import type { UserTransaction } from "../db/as-user";
import { AppError } from "../errors";
import { listApiKeys } from "../keys/list-api-keys";
import { changeSteps } from "./change-steps";
import type { StepStatuses } from "./count-progress";
import { findMissingKey } from "./find-missing-key";
import { type OnboardingState, STEPS, type StepId } from "./schema";
import { forgetPersonas } from "./setup/forget-personas";
import { writeStepData } from "./write-step-data";

/**
 * Completes a step and stores its data in one transaction. Never lowers the progress; doing it twice
 * changes nothing, and doing it again with other data edits the step.
 *
 * @param data what the step stores; nothing when the step stores nothing here.
 * @param along whatever must hold together with it: done in its transaction.
 * @throws AppError `key_missing` for step 1 without its keys; `conflict` for the last step while a
 *   required one is open.
 */
export async function completeStep(
  user: UserId,
  step: StepId,
  data?: unknown,
  along?: (tx: UserTransaction) => Promise<void>,
): Promise<OnboardingState> {
  if (step === "api-keys") await requireKeys(user);
  return changeSteps(user, async (before, tx) => {
    if (step === "finish") requireOthers(before);
    if (data !== undefined) await writeStepData(tx, user, { step, data });
    if (step === "persona") await forgetPersonas(tx);
    await along?.(tx);
    const open = step === "finish" ? skipOpen(before) : before;
    return { ...open, [step]: "completed" };
  });
}

async function requireKeys(user: UserId): Promise<void> {
  const provider = findMissingKey(await listApiKeys(user));
  if (provider) throw new AppError("key_missing", { provider });
}

function requireOthers(statuses: StepStatuses): void {
  const open = STEPS.filter(
    ({ id, required }) => required && id !== "finish" && statuses[id] !== "completed",
  );
  if (open.length === 0) return;
  const names = new Intl.ListFormat("en").format(open.map(({ title }) => title));
  const detail = `Complete ${names} first: ${open.length > 1 ? "these steps are" : "this step is"} required.`;
  throw new AppError("conflict", { detail });
}

/** Whoever finishes has decided against the optional steps that are still open. */
function skipOpen(statuses: StepStatuses): StepStatuses {
  const optional = STEPS.filter(({ id, required }) => !required && statuses[id] !== "completed");
  return { ...statuses, ...Object.fromEntries(optional.map(({ id }) => [id, "skipped"])) };
}
