import type { UserId } from "@/lib/auth/user-id";
import type { OnboardingState } from "@/lib/onboarding/schema";

/** What every step's body gets: whose step it is and how far this user has come. */
export type StepProps = { user: UserId; state: OnboardingState };
