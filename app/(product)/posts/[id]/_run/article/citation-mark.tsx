"use client";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Claim } from "@/lib/blog/schema";
import { LEVEL_NAMES } from "../evidence/claim-level";
import styles from "./article.module.css";
import { CitationPopover } from "./citation-popover";

type CitationMarkProps = {
  citation: NumberedCitation;
  /** The sentence it stands in, as the citation check judged it. */
  claim?: Claim | undefined;
};

/** A footnote mark that opens the passage it rests on, and says how well. */
export function CitationMark({ citation, claim }: CitationMarkProps) {
  return (
    <CitationPopover citation={citation} claim={claim}>
      {(toggle) => (
        <button
          type="button"
          className={styles.mark}
          onClick={toggle}
          data-level={claim?.level}
          aria-label={`Source ${citation.number}: ${citation.title}${claim ? `. ${LEVEL_NAMES[claim.level]}.` : ""}`}
        >
          {citation.number}
        </button>
      )}
    </CitationPopover>
  );
}
