"use client";
import { Button } from "@mantine/core";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { useCompleteStep } from "../../_frame/use-complete-step";
import styles from "./api-keys.module.css";

/** After a new start the keys are still there: one click completes the step with them. */
export function KeepKeys() {
  const { busy, problem, complete } = useCompleteStep("api-keys");
  return (
    <section className={styles.next} aria-labelledby="keep-keys">
      <h2 id="keep-keys">Your keys are in place</h2>
      <div className={styles.buttons}>
        <Button onClick={() => void complete({})} loading={busy}>
          Continue with these keys
        </Button>
      </div>
      {problem && <ProblemAlert problem={problem} />}
    </section>
  );
}
