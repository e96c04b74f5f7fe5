import "server-only";
import { eq } from "drizzle-orm";
import { onboardingData } from "@/drizzle/schema/onboarding";
import type { UserId } from "../auth/user-id";
import type { UserTransaction } from "../db/as-user";
import { changeSteps } from "./change-steps";
import type { StepId } from "./schema";
import { storableJson } from "./storable-json";

/** What a step has stored: its completed data and its half-filled form, null where there is none. */
type Stored = { data: unknown; draft: unknown };
/** Makes a new half-filled form from what is stored; null leaves none. Throws to change nothing. */
type ChangeDraft = (stored: Stored, tx: UserTransaction) => Promise<Record<string, unknown> | null>;

/**
 * Changes a half-filled form in one transaction that holds the wizard's row, and marks its step as
 * begun if nothing else is known of it. The step's completed data stays as it is.
 *
 * @throws AppError `invalid` when the form is nested too deeply; and what `change` throws.
 */
export async function changeDraft(user: UserId, step: StepId, change: ChangeDraft): Promise<void> {
  const { userId, step: named, data, draft } = onboardingData;
  await changeSteps(user, async (before, tx) => {
    const rows = await tx.select({ data, draft }).from(onboardingData).where(eq(named, step));
    const next = await change(rows[0] ?? { data: null, draft: null }, tx);
    const kept = { draft: next && storableJson(next) };
    await tx
      .insert(onboardingData)
      .values({ userId: user, step, ...kept })
      .onConflictDoUpdate({ target: [userId, named], set: kept });
    return { [step]: "in_progress", ...before };
  });
}
