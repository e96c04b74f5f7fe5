"use client";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { CheckIcon } from "@/app/_ui/icons";
import type { StepState } from "@/lib/onboarding/schema";
import styles from "./frame.module.css";
import { StartOver } from "./start-over";

type StepRailProps = { steps: StepState[]; progress: number };

/** Where am I: the steps with their state, and the share that is done in percent. */
export function StepRail({ steps, progress }: StepRailProps) {
  const current = useSelectedLayoutSegment();
  const done = steps.filter((step) => step.status === "completed").length;
  return (
    <nav className={styles.rail} aria-label="Setup steps">
      <p className={styles.railTitle}>
        <span>Setup</span>
        <span>
          {done} of {steps.length} done
        </span>
      </p>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.done} style={{ width: `${progress}%` }} />
      </div>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <RailItem step={step} current={step.id === current} />
          </li>
        ))}
      </ol>
      {progress > 0 && <StartOver />}
    </nav>
  );
}

function RailItem({ step, current }: { step: StepState; current: boolean }) {
  return (
    <Link
      href={`/onboarding/${step.id}`}
      className={styles.step}
      data-status={step.status}
      aria-current={current ? "step" : undefined}
    >
      <span className={styles.number} aria-hidden="true">
        {step.status === "completed" ? <CheckIcon /> : step.number}
      </span>
      <span className={styles.label}>
        {step.title}
        <span className={styles.note}>{describeState(step)}</span>
      </span>
    </Link>
  );
}

function describeState(step: StepState): string {
  if (step.status === "completed") return "Done";
  if (step.status === "skipped") return "Skipped";
  return step.required ? "To do" : "Optional";
}
