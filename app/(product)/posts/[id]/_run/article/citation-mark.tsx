"use client";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Claim } from "@/lib/blog/schema";
import { QuotePopover } from "../../_text/quote-popover";
import { ClaimLevelLine, LEVEL_NAMES } from "../evidence/claim-level";
import claimStyles from "../evidence/claims.module.css";
import styles from "./article.module.css";
import { CitationQuote } from "./citation-quote";

type CitationMarkProps = {
  citation: NumberedCitation;
  /** The sentence it stands in, as the citation check judged it. */
  claim?: Claim | undefined;
};

/** A footnote mark that opens the passage it rests on, and says how well. */
export function CitationMark({ citation, claim }: CitationMarkProps) {
  return (
    <QuotePopover
      target={({ toggle }, mark) => (
        <button
          type="button"
          {...mark}
          className={styles.mark}
          onClick={toggle}
          data-level={claim?.level}
          aria-label={`Source ${citation.number}: ${citation.title}${claim ? `. ${LEVEL_NAMES[claim.level]}.` : ""}`}
        >
          {citation.number}
        </button>
      )}
    >
      {() => (
        <>
          {claim && (
            <div className={claimStyles.card}>
              <ClaimLevelLine claim={claim} />
            </div>
          )}
          <CitationQuote citation={citation} quotes={[chooseQuote(citation, claim)]} />
        </>
      )}
    </QuotePopover>
  );
}

/** The judge's own quotation, where it can only be from this passage. */
function chooseQuote(citation: NumberedCitation, claim: Claim | undefined): string {
  return (claim?.passageIds.length === 1 ? claim.quote : null) ?? citation.quote;
}
