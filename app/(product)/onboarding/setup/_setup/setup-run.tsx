"use client";
import { Button } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/link-button";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { formatUsd, yourKeys } from "@/app/_ui/money";
import { describeWorkError } from "@/app/_ui/work/describe-work-error";
import { QuotaWait } from "@/app/_ui/work/quota-wait";
import { type SetupState, setupStage } from "@/lib/onboarding/setup/schema";
import { FinishButton } from "../../_frame/finish-button";
import frame from "../../_frame/frame.module.css";
import styles from "./setup.module.css";
import { SetupForm } from "./setup-form";
import { SetupStage } from "./setup-stage";
import { useSetup } from "./use-setup";

type SetupRunProps = {
  initial: SetupState;
  /** What making all three costs about, in US dollars. */
  estimateUsd: number | null;
  /** What is said of the services it needs while it is at rest. */
  children: ReactNode;
};

/** What is being made, what has come of it, and at the end the one press that finishes the wizard. */
export function SetupRun({ initial, estimateUsd, children }: SetupRunProps) {
  const { setup, problem, follow, stop, resume } = useSetup(initial);
  const { status, stage, findings, costUsd } = setup;
  const now = setupStage.options.indexOf(stage);
  return (
    <>
      <h1>{status === "done" ? "Look it over" : "Set up in one press"}</h1>
      <p className={frame.lead}>
        From <strong className={styles.about}>{setup.about}</strong>
      </p>
      {/* One that is under way, or has failed, says itself what stands against it. */}
      {(status === "done" || status === "stopped") && children}
      <p role="status" className={styles.soft}>
        {setup.waitUntil && status === "running" ? (
          <QuotaWait until={setup.waitUntil} />
        ) : (
          SAID[status]
        )}{" "}
        {formatUsd(costUsd)} {status === "running" ? "so far " : ""}on {yourKeys(["Exa", "Gemini"])}
        .
      </p>
      {setup.problem && <ProblemAlert problem={describeWorkError(setup.problem)} />}
      {problem && <ProblemAlert problem={problem} />}
      <ol className={styles.stages}>
        {setupStage.options.map((one, index) => (
          <SetupStage
            key={one}
            stage={one}
            state={index < now || status === "done" ? "done" : index > now ? "open" : status}
            found={findings[one] ?? {}}
          />
        ))}
      </ol>
      {status === "done" && (
        <FinishButton className={styles.row}>
          <Link href="/onboarding/integrations">Connect a site first</Link>
        </FinishButton>
      )}
      {status === "done" && (
        <details className={styles.again}>
          <summary>Make all three again</summary>
          <SetupForm
            estimateUsd={estimateUsd}
            about={setup.about}
            replaces
            onBegun={() => void follow()}
          />
        </details>
      )}
      <div className={styles.row}>
        {status === "running" && (
          <Button variant="default" onClick={() => void stop()}>
            Stop
          </Button>
        )}
        {(status === "failed" || status === "stopped") && (
          <>
            <Button onClick={() => void resume()}>Go on</Button>
            <LinkButton href={`/onboarding/${stage}`} variant="default">
              Do it by hand
            </LinkButton>
          </>
        )}
      </div>
    </>
  );
}

const SAID = {
  running: "You may leave this page: it goes on.",
  done: "All three are made and saved.",
  failed: "It has stopped at what is said below.",
  stopped: "Stopped. What had been found is kept.",
} as const;
