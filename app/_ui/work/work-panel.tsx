"use client";
import { Button } from "@mantine/core";
import { ProblemAlert } from "../messages/problem-alert";
import { describeEstimate, formatUsd } from "../money";
import type { WorkState } from "./use-work-stream";
import styles from "./work-panel.module.css";
import { WorkStatus } from "./work-status";

type WorkPanelProps = {
  work: WorkState & { stop: () => void };
  /** The button that starts it, and whether it may be pressed. */
  action: string;
  disabled?: boolean;
  /** It has been done, or is beside the point: another button of the page is the next step. */
  quiet?: boolean;
  estimateUsd: number | null;
  /** Whose money it is, such as "your Gemini and Exa keys". */
  payer: string;
  onStart: () => void;
};

/** Starts and stops long work, with its price before, its progress while, and its cost after. */
export function WorkPanel({ work, action, estimateUsd, payer, onStart, ...look }: WorkPanelProps) {
  const { disabled = false, quiet = false } = look;
  return (
    <div className={styles.panel}>
      <div className={styles.row}>
        {work.running ? (
          <Button variant="default" onClick={work.stop}>
            Stop
          </Button>
        ) : (
          <Button variant={quiet ? "default" : "filled"} onClick={onStart} disabled={disabled}>
            {action}
          </Button>
        )}
        <p className={styles.note}>{describeMoney(work, estimateUsd, payer)}</p>
      </div>
      <WorkStatus work={work} />
      {work.problem && <ProblemAlert problem={work.problem} />}
    </div>
  );
}

function describeMoney({ costUsd, running }: WorkState, estimateUsd: number | null, payer: string) {
  if (costUsd === null) return `${describeEstimate(estimateUsd)} on ${payer}`;
  return `${formatUsd(costUsd)} ${running ? "so far " : ""}on ${payer}`;
}
