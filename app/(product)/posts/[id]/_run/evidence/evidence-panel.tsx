import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { PostDocument, Source } from "@/lib/blog/schema";
import run from "../page-columns.module.css";
import { ClaimsToCheck } from "./claims-to-check";
import { CoveragePart } from "./coverage";
import styles from "./evidence-panel.module.css";
import { ShapedBy } from "./shaped-by";
import { listSourceFacts } from "./source-facts";
import { SourceHead } from "./source-head";
import { SourcePassages } from "./source-passages";

type EvidencePanelProps = {
  postId: string;
  document: PostDocument;
  citations: NumberedCitation[];
  live: boolean;
};

/** What was asked and what was found, as it arrives; cited sources carry their numbers. */
export function EvidencePanel({ postId, document, citations, live }: EvidencePanelProps) {
  const { queries, sources } = document;
  return (
    <aside id="research" tabIndex={-1} className={run.evidence} aria-label="Research">
      <ShapedBy document={document} />
      <ClaimsToCheck document={document} />
      <h2 className={run.railTitle}>Searches</h2>
      {queries.length === 0 && (
        <p className={styles.none}>{live ? "None yet." : "None were made."}</p>
      )}
      <ul className={styles.queries}>
        {queries.map((query) => (
          <li key={query} className={styles.query}>
            {query}
          </li>
        ))}
      </ul>
      <h2 className={run.railTitle}>
        Sources found{" "}
        {sources.length > 0 && <span className={styles.number}>{sources.length}</span>}
      </h2>
      {sources.length === 0 && <p className={styles.none}>{live ? "None yet." : "None."}</p>}
      <ul className={styles.found}>
        {sources.map((source) => (
          <FoundSource key={source.id} source={source} {...{ postId, document, citations }} />
        ))}
      </ul>
      <CoveragePart document={document} live={live} />
    </aside>
  );
}

type FoundSourceProps = Omit<EvidencePanelProps, "live"> & { source: Source };

function FoundSource({ postId, source, document, citations }: FoundSourceProps) {
  const cited = citations.filter((citation) => citation.sourceId === source.id);
  return (
    <li className={styles.foundItem}>
      <SourceHead source={source} citations={cited} />
      {listSourceFacts(source, document).map((fact) => (
        <span key={fact} className={styles.host}>
          {fact}
        </span>
      ))}
      <SourcePassages postId={postId} source={source} citations={cited} />
    </li>
  );
}
