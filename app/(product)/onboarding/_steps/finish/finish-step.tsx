import Link from "next/link";
import { summarizeOnboarding } from "@/lib/onboarding/summarize-onboarding";
import frame from "../../_frame/frame.module.css";
import type { StepProps } from "../../step-props";
import styles from "./finish.module.css";
import { LaunchButton } from "./launch-button";

/** Step 6: what was learned, what it unlocks, what is missing and where, and the start. */
export async function FinishStep({ user, state }: StepProps) {
  const summary = await summarizeOnboarding(user);
  const learned = summary.filter((part) => part.learned !== null);
  const missing = summary.filter((part) => part.learned === null);
  const open = state.steps.filter(
    ({ id, required, status }) => required && id !== "finish" && status !== "completed",
  );
  return (
    <>
      <p className={frame.lead}>
        Everything here shapes your posts from the first one on, and can be changed at any time in
        the settings.
      </p>
      <section className={styles.section} aria-labelledby="learned">
        <h2 id="learned">What ALwrity has learned</h2>
        {learned.length === 0 && <p className={styles.soft}>Nothing yet.</p>}
        <dl className={styles.facts}>
          {learned.map((part) => (
            <div key={part.step}>
              <dt>
                <Link href={`/onboarding/${part.step}`}>{part.title}</Link>
              </dt>
              <dd>{part.learned}</dd>
            </div>
          ))}
        </dl>
      </section>
      {learned.length > 0 && (
        <section className={styles.section} aria-labelledby="unlocked">
          <h2 id="unlocked">What that unlocks</h2>
          <ul className={styles.list}>
            {learned.map((part) => (
              <li key={part.step}>{part.unlocks}</li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <section className={styles.section} aria-labelledby="missing">
          <h2 id="missing">What is missing</h2>
          <ul className={styles.list}>
            {missing.map((part) => (
              <li key={part.step}>
                <Link href={`/onboarding/${part.step}`}>{part.title}</Link>
                {part.required ? "" : " (optional)"}: {part.unlocks.toLowerCase()}
              </li>
            ))}
          </ul>
        </section>
      )}
      <LaunchButton
        done={state.completedAt !== null}
        open={open.map(({ id, title }) => ({ id, title }))}
      />
    </>
  );
}
