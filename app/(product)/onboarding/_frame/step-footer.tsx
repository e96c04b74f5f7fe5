"use client";
import { Button } from "@mantine/core";
import Link from "next/link";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { STEPS, type StepState } from "@/lib/onboarding/schema";
import styles from "./frame.module.css";
import { useCompleteStep } from "./use-complete-step";

/** Back, onward, and past an optional step. */
export function StepFooter({ step }: { step: StepState }) {
  const { busy, problem, skip } = useCompleteStep(step.id);
  const [before, after] = [STEPS[step.number - 2], STEPS[step.number]];
  const behind = step.status === "completed" || step.status === "skipped";
  return (
    <footer className={styles.footer}>
      {problem && <ProblemAlert problem={problem} />}
      <nav className={styles.around} aria-label="Other steps">
        {before && <Link href={`/onboarding/${before.id}`}>Back to {before.title}</Link>}
        {!step.required && step.status !== "completed" && step.status !== "skipped" && (
          <Button variant="default" onClick={() => void skip()} loading={busy}>
            Skip<span className="visually-hidden"> {step.title}</span>
          </Button>
        )}
        {/* The first step says itself what comes next. */}
        {after && before && behind && (
          <Link href={`/onboarding/${after.id}`}>On to {after.title}</Link>
        )}
      </nav>
    </footer>
  );
}
