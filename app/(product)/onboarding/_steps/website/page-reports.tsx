import type { PageReport } from "@/lib/onboarding/website/schema";
import styles from "./website.module.css";

/** Which pages were read, and why others were not. */
export function PageReports({ pages }: { pages: PageReport[] }) {
  if (pages.length === 0) return null;
  const read = pages.filter(({ ok }) => ok).length;
  return (
    <details className={styles.pages} open={read < pages.length}>
      <summary>
        {read} of {pages.length} pages were read
      </summary>
      <ul>
        {pages.map(({ url, title, ok, reason }) => (
          <li key={url} data-failed={ok ? undefined : true}>
            {title}
            {!ok && <span>: {reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
