import type { ReactNode } from "react";
import styles from "./study.module.css";

type PartProps = { name: string; count: number; children: ReactNode };

/** One part of what a study has found, folded under its name and number; nothing where it is empty. */
export function Part({ name, count, children }: PartProps) {
  if (count === 0) return null;
  return (
    <details className={styles.part}>
      <summary>
        {name} ({count})
      </summary>
      {children}
    </details>
  );
}
