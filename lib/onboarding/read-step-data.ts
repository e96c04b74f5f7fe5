import "server-only";
import { eq } from "drizzle-orm";
import { onboardingData } from "@/drizzle/schema/onboarding";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import type { StepId } from "./schema";

/**
 * What a step has stored: its completed data and its half-filled form, null where there is none.
 * `savedAt` is when the data was completed, ISO 8601 in UTC; a draft does not change it.
 */
export type StepData = { data: unknown; draft: unknown; savedAt: string | null };

/** Reads what a user has entered in one step of the wizard. */
export async function readStepData(user: UserId, step: StepId): Promise<StepData> {
  const [row] = await asUser(user, (tx) =>
    tx.select().from(onboardingData).where(eq(onboardingData.step, step)),
  );
  if (!row) return { data: null, draft: null, savedAt: null };
  const { data, draft, updatedAt } = row;
  return { data, draft, savedAt: data === null ? null : updatedAt.toISOString() };
}
