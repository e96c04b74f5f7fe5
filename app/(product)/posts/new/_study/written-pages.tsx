import type { WrittenPage } from "@/lib/blog/study/schema";
import styles from "./study.module.css";

/** What is written about a topic already: headings with a link and a date. */
export function WrittenPages({ pages }: { pages: WrittenPage[] }) {
  return (
    <section aria-label="Written already">
      <ul className={styles.written}>
        {pages.map(({ url, title, publishedAt }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>{" "}
            <span>
              {new URL(url).hostname}
              {publishedAt && `, ${publishedAt.slice(0, 10)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What these pages have in common: a post that says only this is one more of them. */
export function Covered({ lines }: { lines: string[] }) {
  return (
    <section aria-label="What these pages say already">
      <ul className={styles.written}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
