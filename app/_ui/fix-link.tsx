import Link from "next/link";
import styles from "./fix-link.module.css";
import { OutsideIcon } from "./icons";

/** A link to where a problem is mended: a page of this site, or a provider's console. */
export function FixLink({ url, label }: { url: string; label?: string }) {
  if (url.startsWith("/"))
    return (
      <Link href={url} className={styles.link}>
        {label ?? "Go there and fix it"}
      </Link>
    );
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className={styles.link}>
      {label ?? `Open ${new URL(url).hostname}`}
      <OutsideIcon />
    </a>
  );
}
