import Link from "next/link";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import { STEPS } from "@/lib/onboarding/schema";
import type { SetupStage as Stage } from "@/lib/onboarding/setup/schema";
import { listFindings } from "./list-findings";
import styles from "./setup.module.css";

type SetupStageProps = {
  stage: Stage;
  state: "open" | "running" | "done" | "failed" | "stopped";
  found: Record<string, unknown>;
};

const STATES = {
  open: "Not begun",
  running: "Being made",
  done: "Done",
  failed: "Not finished",
  stopped: "Stopped",
} as const;

/** One of the three, with what has arrived of it; once it is done, the way to change it. */
export function SetupStage({ stage, state, found }: SetupStageProps) {
  const title = STEPS.find(({ id }) => id === stage)?.title ?? stage;
  const findings = listFindings(stage, found);
  return (
    <li className={styles.stage} data-state={state}>
      <h2>
        {title} <span className={styles.state}>{STATES[state]}</span>
      </h2>
      <dl className={styles.facts}>
        {findings.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {state === "running" && <SkeletonLines widths={[90, 60]} label="Being made" />}
      {state === "done" && (
        <Link href={`/onboarding/${stage}`}>
          Change it<span className="visually-hidden">: {title}</span>
        </Link>
      )}
    </li>
  );
}
