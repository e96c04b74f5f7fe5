import "server-only";
import { eq } from "drizzle-orm";
import { onboardingSessions } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { countProgress } from "./count-progress";
import { readStatuses } from "./read-statuses";
import type { StepId } from "./schema";

/**
 * Marks a step as completed and moves the progress. Never lowers it; doing it twice changes nothing.
 *
 * @returns the progress afterwards.
 */
export async function completeStep(
  user: UserId,
  step: StepId,
): Promise<{ currentStep: number; progress: number }> {
  return asUser(user, async (tx) => {
    const own = eq(onboardingSessions.userId, user);
    await tx.insert(onboardingSessions).values({ userId: user }).onConflictDoNothing();
    const [session] = await tx.select().from(onboardingSessions).where(own).for("update");
    const steps = { ...readStatuses(session?.steps), [step]: "completed" as const };
    const counted = countProgress(steps);
    await tx
      .update(onboardingSessions)
      .set({ ...counted, steps, updatedAt: new Date() })
      .where(own);
    return counted;
  });
}
