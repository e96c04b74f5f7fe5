import "server-only";
import { eq } from "drizzle-orm";
import { onboardingSessions } from "@/drizzle/schema/onboarding";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { describeStepStates } from "./describe-step-states";
import { readStatuses } from "./read-statuses";
import type { OnboardingState } from "./schema";

/** Where a user is in the wizard; a user without a session is at its beginning. */
export async function getOnboarding(user: UserId): Promise<OnboardingState> {
  const [session] = await asUser(user, (tx) =>
    tx.select().from(onboardingSessions).where(eq(onboardingSessions.userId, user)),
  );
  return describeStepStates(readStatuses(session?.steps), session?.completedAt);
}
