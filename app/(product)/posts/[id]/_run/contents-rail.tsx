import type { PostDocument } from "@/lib/blog/schema";
import styles from "./contents-rail.module.css";
import run from "./page-columns.module.css";

/** The headings of a post at rest. */
export function ContentsRail({ document }: { document: PostDocument }) {
  return (
    <nav id="contents" tabIndex={-1} aria-label="Contents" className={styles.contents}>
      <p className={run.railTitle}>Contents</p>
      <ol>
        {document.sections.map((section) => (
          <li key={section.id}>
            <a href={`#${section.id}`}>{section.heading}</a>
          </li>
        ))}
        {document.citations.length > 0 && (
          <li>
            <a href="#sources">Sources</a>
          </li>
        )}
      </ol>
    </nav>
  );
}
