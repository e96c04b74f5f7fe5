import "server-only";
import { eq } from "drizzle-orm";
import { onboardingData } from "@/drizzle/schema/onboarding";
import { setupRuns } from "@/drizzle/schema/setup";
import type { UserId } from "../auth/user-id";
import { changeSteps } from "./change-steps";
import type { OnboardingState, ResetBody } from "./schema";

/**
 * Sends the wizard back to its beginning: the only thing that lowers the progress. `soft` keeps what
 * was entered, so that each step is one click; `hard` deletes it. Keys, connections and posts stay.
 */
export async function resetOnboarding(user: UserId, { mode }: ResetBody): Promise<OnboardingState> {
  return changeSteps(user, async (_, tx) => {
    if (mode === "hard") {
      await tx.delete(onboardingData).where(eq(onboardingData.userId, user));
      await tx.delete(setupRuns).where(eq(setupRuns.userId, user));
    }
    return {};
  });
}
