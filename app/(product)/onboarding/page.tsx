import { redirect } from "next/navigation";
import { requirePageUser } from "@/app/_session/require-page-user";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";
import { findCurrentStep } from "./steps";

/** Resumes the wizard where the user left it. */
export default async function OnboardingPage() {
  const state = await getOnboarding(await requirePageUser());
  redirect(`/onboarding/${findCurrentStep(state)?.id}`);
}
