import "server-only";
import { eq } from "drizzle-orm";
import { onboardingData } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import type { StepId } from "./schema";

/** What a step has stored: its completed data and its half-filled form, null where there is none. */
export type StepData = { data: unknown; draft: unknown };

/** Reads what a user has entered in one step of the wizard. */
export async function readStepData(user: UserId, step: StepId): Promise<StepData> {
  const [row] = await asUser(user, (tx) =>
    tx
      .select({ data: onboardingData.data, draft: onboardingData.draft })
      .from(onboardingData)
      .where(eq(onboardingData.step, step)),
  );
  return row ?? { data: null, draft: null };
}
