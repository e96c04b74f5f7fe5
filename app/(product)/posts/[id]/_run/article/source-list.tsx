import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { PostDocument } from "@/lib/blog/schema";
import styles from "./article.module.css";
import { CitationQuote } from "./citation-quote";

type SourceListProps = { citations: readonly NumberedCitation[]; document: PostDocument };

/** Every passage the post rests on, numbered as its marks are, with all that was quoted from it. */
export function SourceList({ citations, document }: SourceListProps) {
  return (
    <section className={styles.sources} id="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading">Sources</h2>
      <ol>
        {citations.map((citation) => (
          <li key={citation.passageId} value={citation.number}>
            <CitationQuote citation={citation} quotes={listQuotes(citation.passageId, document)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function listQuotes(passageId: string, document: PostDocument): string[] {
  const own = document.citations.filter((citation) => citation.passageId === passageId);
  return [...new Set(own.map((citation) => citation.quote))];
}
