import "server-only";
import { eq } from "drizzle-orm";
import { onboardingSessions } from "@/drizzle/schema";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { countProgress } from "./count-progress";
import { readStatuses } from "./read-statuses";
import { type OnboardingState, STEPS, type StepState } from "./schema";

/** Where a user is in the wizard; a user without a session is at its beginning. */
export async function getOnboarding(user: UserId): Promise<OnboardingState> {
  const [session] = await asUser(user, (tx) =>
    tx.select().from(onboardingSessions).where(eq(onboardingSessions.userId, user)),
  );
  const statuses = readStatuses(session?.steps);
  const { currentStep, progress } = countProgress(statuses);
  const steps = STEPS.map((step): StepState => {
    const next = step.number === currentStep + 1 ? "in_progress" : "pending";
    return { ...step, status: statuses[step.id] ?? next };
  });
  return { currentStep, progress, steps, completedAt: session?.completedAt?.toISOString() ?? null };
}
