"use client";
import { Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Claim } from "@/lib/blog/schema";
import { ClaimLevelLine, LEVEL_NAMES } from "../evidence/claim-level";
import claimStyles from "../evidence/claims.module.css";
import styles from "./article.module.css";
import { CitationQuote } from "./citation-quote";

type CitationMarkProps = {
  citation: NumberedCitation;
  /** The sentence it stands in, as the citation check judged it. */
  claim?: Claim | undefined;
};

/** A footnote mark that opens the passage it rests on, and says how well. Esc closes it. */
export function CitationMark({ citation, claim }: CitationMarkProps) {
  const [opened, quote] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && quote.close()}
      width={340}
      position="bottom"
      withArrow
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.mark}
          onClick={quote.toggle}
          data-level={claim?.level}
          aria-label={`Source ${citation.number}: ${citation.title}${claim ? `. ${LEVEL_NAMES[claim.level]}.` : ""}`}
        >
          {citation.number}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.popover}>
        {claim && (
          <div className={claimStyles.card}>
            <ClaimLevelLine claim={claim} />
          </div>
        )}
        <CitationQuote citation={citation} quotes={[chooseQuote(citation, claim)]} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The judge's own quotation, where it can only be from this passage. */
function chooseQuote(citation: NumberedCitation, claim: Claim | undefined): string {
  return (claim?.passageIds.length === 1 ? claim.quote : null) ?? citation.quote;
}
