import "server-only";
import { eq } from "drizzle-orm";
import { onboardingSessions } from "@/drizzle/schema/onboarding";
import type { UserId } from "../auth/user-id";
import { asUser, type UserTransaction } from "../db/as-user";
import { countProgress, type StepStatuses } from "./count-progress";
import { describeStepStates } from "./describe-step-states";
import { readStatuses } from "./read-statuses";
import type { OnboardingState } from "./schema";

/** Makes new states from the old ones; throws to change nothing. */
type Change = (before: StepStatuses, tx: UserTransaction) => StepStatuses | Promise<StepStatuses>;

/**
 * The one place that moves the wizard: reads the states under a lock of the user's row, applies the
 * change, counts, writes. Requests in parallel take turns.
 */
export async function changeSteps(user: UserId, change: Change): Promise<OnboardingState> {
  return asUser(user, async (tx) => {
    const own = eq(onboardingSessions.userId, user);
    await tx.insert(onboardingSessions).values({ userId: user }).onConflictDoNothing();
    const [session] = await tx.select().from(onboardingSessions).where(own).for("update");
    const steps = await change(readStatuses(session?.steps), tx);
    const counted = countProgress(steps);
    const completedAt = counted.progress < 100 ? null : (session?.completedAt ?? new Date());
    const row = { ...counted, steps, completedAt, updatedAt: new Date() };
    await tx.update(onboardingSessions).set(row).where(own);
    return describeStepStates(steps, completedAt);
  });
}
