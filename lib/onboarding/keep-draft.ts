import "server-only";
import { eq, isNull, type SQL } from "drizzle-orm";
import { onboardingData } from "@/drizzle/schema/onboarding";
import type { UserId } from "../auth/user-id";
import type { UserTransaction } from "../db/as-user";
import { AppError } from "../errors";
import { changeSteps } from "./change-steps";
import type { OnboardingState, StepId } from "./schema";
import { storableJson } from "./storable-json";

/**
 * A half-filled form. `openedOn` is the `savedAt` of the data that the form was opened on: null for
 * a step without data, undefined when the sender does not say.
 */
export type Draft = { values: Record<string, unknown>; openedOn: Date | null | undefined };

/**
 * Keeps a half-filled form, and marks its step as begun if nothing else is known of it. The step's
 * completed data stays as it is.
 *
 * @throws AppError `invalid` when the draft is nested too deeply; `conflict` when the step was
 *   completed after the form was opened: a save that arrives late must not bring the form back.
 */
export async function keepDraft(
  user: UserId,
  step: StepId,
  { values, openedOn }: Draft,
): Promise<OnboardingState> {
  const draft = storableJson(values);
  return changeSteps(user, async (before, tx) => {
    await writeDraft(tx, { userId: user, step, draft }, openedOn);
    return { [step]: "in_progress", ...before };
  });
}

type DraftRow = { userId: UserId; step: StepId; draft: unknown };

async function writeDraft(
  tx: UserTransaction,
  row: DraftRow,
  openedOn: Draft["openedOn"],
): Promise<void> {
  const { userId, step, data, updatedAt } = onboardingData;
  let unchanged: SQL | undefined;
  if (openedOn !== undefined) unchanged = openedOn ? eq(updatedAt, openedOn) : isNull(data);
  const kept = await tx
    .insert(onboardingData)
    .values(row)
    .onConflictDoUpdate({
      target: [userId, step],
      set: { draft: row.draft },
      ...(unchanged ? { setWhere: unchanged } : {}),
    })
    .returning({ step });
  if (kept.length > 0) return;
  const detail = "This step was saved after the form was opened. Reload it to see what was saved.";
  throw new AppError("conflict", { detail });
}
