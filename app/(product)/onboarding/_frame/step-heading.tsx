import { STEPS, type StepId } from "@/lib/onboarding/schema";
import styles from "./frame.module.css";
import { LEADS } from "./leads";

type StepHeadingProps = { step: { id: StepId; number: number; title: string } };

/** "Step 1 of 6" over the title of the step, and what it is for. */
export function StepHeading({ step: { id, number, title } }: StepHeadingProps) {
  return (
    <>
      <header>
        <p className={styles.eyebrow}>
          Step {number} of {STEPS.length}
        </p>
        <h1 className={styles.heading}>{title}</h1>
      </header>
      <p className={styles.lead}>{LEADS[id]}</p>
    </>
  );
}
