import Link from "next/link";
import styles from "./wordmark.module.css";

/** The name, with the footnote mark that every claim in a post carries. */
export function Wordmark({ href }: { href: string }) {
  return (
    <Link href={href} className={styles.wordmark} prefetch={false}>
      ALwrity
      <sup aria-hidden="true">1</sup>
    </Link>
  );
}
