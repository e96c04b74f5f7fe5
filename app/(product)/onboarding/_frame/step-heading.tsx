import styles from "./frame.module.css";

type StepHeadingProps = { number: number; count: number; title: string };

/** "Step 1 of 6" over the title of the step. */
export function StepHeading({ number, count, title }: StepHeadingProps) {
  return (
    <header>
      <p className={styles.eyebrow}>
        Step {number} of {count}
      </p>
      <h1 className={styles.heading}>{title}</h1>
    </header>
  );
}
