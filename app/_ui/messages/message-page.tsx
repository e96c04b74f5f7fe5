import type { ReactNode } from "react";
import styles from "./message-page.module.css";

type MessagePageProps = { title: string; children: ReactNode };

/** A page that has only something to say: not found, or failed. */
export function MessagePage({ title, children }: MessagePageProps) {
  return (
    <div className={styles.message}>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
