"use client";
import { useLinkStatus } from "next/link";
import styles from "./opening.module.css";

/** Within a link: shows that what it leads to is being opened, where that takes longer than a blink. */
export function Opening() {
  const { pending } = useLinkStatus();
  return <span className={styles.opening} data-pending={pending} aria-hidden="true" />;
}
