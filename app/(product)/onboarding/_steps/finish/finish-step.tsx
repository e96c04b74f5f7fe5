import Link from "next/link";
import { CheckIcon } from "@/app/_ui/icons";
import { listKeyHealth } from "@/lib/keys/list-key-health";
import { type Learned, summarizeOnboarding } from "@/lib/onboarding/summarize-onboarding";
import type { StepProps } from "../../step-props";
import styles from "./finish.module.css";
import { KeyStates } from "./key-states";
import { LaunchButton } from "./launch-button";

/** Step 6: what was learned, what it unlocks or still could, the state of the keys, and the start. */
export async function FinishStep({ user, state }: StepProps) {
  const [summary, health] = await Promise.all([summarizeOnboarding(user), listKeyHealth(user)]);
  const open = state.steps.filter(
    ({ id, required, status }) => required && id !== "finish" && status !== "completed",
  );
  return (
    <>
      <section className={styles.section} aria-labelledby="learned">
        <h2 id="learned">What ALwrity has learned</h2>
        <ul className={styles.facts}>
          {summary.map((part) => (
            <Fact key={part.step} part={part} />
          ))}
        </ul>
      </section>
      <KeyStates health={health} />
      <LaunchButton
        done={state.completedAt !== null}
        open={open.map(({ id, title }) => ({ id, title }))}
      />
    </>
  );
}

/** What one step has taught, or that it has not, and what posts gain from it. */
function Fact({ part }: { part: Learned }) {
  const { step, title, required, learned, unlocks } = part;
  return (
    <li>
      <span className={styles.mark} data-known={learned !== null}>
        {learned !== null && <CheckIcon />}
      </span>
      <Link href={`/onboarding/${step}`}>{title}</Link>
      <div className={styles.told}>
        <p>{learned ?? (required ? "Still to do." : "Not filled in. It is optional.")}</p>
        <p className={styles.soft}>{unlocks}</p>
      </div>
    </li>
  );
}
