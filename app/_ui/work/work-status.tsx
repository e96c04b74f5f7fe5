"use client";
import { QuotaWait } from "./quota-wait";
import type { WorkState } from "./use-work-stream";
import styles from "./work-panel.module.css";

type WorkStatusProps = {
  work: WorkState;
  /** Said while nothing is going on. */
  idle?: string;
};

/**
 * What long work is doing, in a line. The seconds of a countdown stand outside what a screen reader
 * announces by itself.
 */
export function WorkStatus({ work, idle = "" }: WorkStatusProps) {
  return (
    <p className={styles.note}>
      <span role="status">
        {work.running && work.waitUntil ? (
          <QuotaWait until={work.waitUntil} />
        ) : (
          describeWork(work, idle)
        )}
      </span>
    </p>
  );
}

function describeWork({ running, stopped, progress, ...work }: WorkState, idle: string): string {
  if (stopped) return "Stopped. What had arrived is kept.";
  if (!running) return idle;
  const doing = progress
    ? `${progress.label} (${progress.done} of ${progress.total})…`
    : "Asking the provider…";
  if (!work.quiet) return doing;
  return `${doing} Nothing has come back for a while. You can wait, or stop and go on by hand.`;
}
