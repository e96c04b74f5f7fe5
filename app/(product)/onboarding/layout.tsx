import type { ReactNode } from "react";
import { requirePageUser } from "@/app/_session/require-page-user";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";
import styles from "./_frame/frame.module.css";
import { StepRail } from "./_frame/step-rail";

/** The wizard's frame: the rail of steps beside the step. */
export default async function OnboardingLayout({ children }: { children: ReactNode }) {
  const state = await getOnboarding(await requirePageUser());
  return (
    <div className={styles.frame}>
      <StepRail steps={state.steps} progress={state.progress} />
      <div className={styles.body}>{children}</div>
    </div>
  );
}
