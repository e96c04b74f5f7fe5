"use client";
import { type ReactNode, useState } from "react";
import styles from "./frame.module.css";

type FoldedProps = {
  summary: string;
  /** Whether something is in it that its owner should see: then it opens by itself. */
  filled: boolean;
  /** Whether something in it was refused: then it stays open. */
  refused?: boolean;
  children: ReactNode;
};

/** Fields that nobody has to fill in: out of the way until something is in them, or somebody opens them. */
export function Folded({ summary, filled, refused = false, children }: FoldedProps) {
  const [opened, setOpened] = useState(filled);
  const [wasFilled, setWasFilled] = useState(filled);
  if (filled !== wasFilled) {
    setWasFilled(filled);
    if (filled) setOpened(true);
  }
  return (
    <details
      className={styles.folded}
      open={opened || refused}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
