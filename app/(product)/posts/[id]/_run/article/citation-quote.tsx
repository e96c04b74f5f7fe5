import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import styles from "./article.module.css";
import { QuoteText } from "./quote-text";

type CitationQuoteProps = { citation: NumberedCitation; quotes: readonly string[] };

/** What a passage says, word for word, and the page it is from. */
export function CitationQuote({ citation, quotes }: CitationQuoteProps) {
  return (
    <>
      {quotes.map((quote) => (
        <blockquote key={quote} className={styles.quote}>
          <QuoteText text={quote} />
        </blockquote>
      ))}
      <SourceName citation={citation} />
    </>
  );
}

/** The title of a source, linked when it is a page, with its host. */
function SourceName({ citation }: { citation: NumberedCitation }) {
  if (!citation.url) return <p className={styles.source}>{citation.title} (your own notes)</p>;
  return (
    <p className={styles.source}>
      <a href={citation.url} target="_blank" rel="noreferrer">
        {citation.title}
      </a>{" "}
      <span className={styles.host}>{new URL(citation.url).hostname}</span>
    </p>
  );
}
