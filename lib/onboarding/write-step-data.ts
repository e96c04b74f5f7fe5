import "server-only";
import { onboardingData } from "@/drizzle/schema/onboarding";
import type { UserId } from "../auth/user-id";
import type { UserTransaction } from "../db/as-user";
import type { StepId } from "./schema";

/** Stores the data of a step and drops its draft, inside the transaction that completes it. */
export async function writeStepData(
  tx: UserTransaction,
  user: UserId,
  { step, data }: { step: StepId; data: unknown },
): Promise<void> {
  const fresh = { data, draft: null, updatedAt: new Date() };
  await tx
    .insert(onboardingData)
    .values({ userId: user, step, ...fresh })
    .onConflictDoUpdate({ target: [onboardingData.userId, onboardingData.step], set: fresh });
}
