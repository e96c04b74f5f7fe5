import type { ReactNode } from "react";
import styles from "./action-bar.module.css";
import type { Problem } from "./messages/problem";
import { ProblemAlert } from "./messages/problem-alert";

type ActionBarProps = {
  problem: Problem | null;
  fixLabel?: string;
  /** It stays where it is, below what comes first. */
  still?: boolean;
  /** The button, and what is said beside it. */
  children: ReactNode;
};

/** The one button of a page, in view however long the page is, and what stood in its way. */
export function ActionBar({ problem, fixLabel, still, children }: ActionBarProps) {
  return (
    <div className={styles.bar} data-still={still || undefined}>
      {problem && (
        <div className={styles.problem}>
          <ProblemAlert problem={problem} {...(fixLabel ? { fixLabel } : {})} />
        </div>
      )}
      {children}
    </div>
  );
}
