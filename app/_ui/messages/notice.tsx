import type { ReactNode } from "react";
import { AttentionIcon } from "../icons";
import styles from "./notice.module.css";

type NoticeProps = {
  tone: "plain" | "warn" | "bad";
  title: string;
  children?: ReactNode;
  /** Announced by a screen reader as soon as it appears. */
  alert?: boolean;
};

/** What happened and what to do, in a bordered paragraph. */
export function Notice({ tone, title, children, alert }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={alert ? "alert" : undefined}>
      <span className={styles.icon}>
        <AttentionIcon />
      </span>
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  );
}
