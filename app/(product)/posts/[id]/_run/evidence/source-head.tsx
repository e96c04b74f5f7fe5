import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Source } from "@/lib/blog/schema";
import styles from "./evidence-panel.module.css";

type SourceHeadProps = { source: Source; citations: readonly NumberedCitation[] };

/** A source by its title and its first letter, with who keeps it, who wrote it and when, and its numbers in the post. */
export function SourceHead({ source, citations }: SourceHeadProps) {
  const { title, url, author, publishedAt } = source;
  const host = url ? new URL(url).hostname : "Your own notes";
  const numbers = citations.map(({ number }) => number).join(", ");
  const facts = [host, author, publishedAt?.slice(0, 10)].filter(Boolean).join(", ");
  return (
    <>
      <span className={styles.letter} aria-hidden="true">
        {host
          .replace(/^www\./, "")
          .charAt(0)
          .toUpperCase()}
      </span>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <span className={styles.host}>
        {facts}
        {numbers && `. Cited as ${numbers}`}
      </span>
    </>
  );
}
