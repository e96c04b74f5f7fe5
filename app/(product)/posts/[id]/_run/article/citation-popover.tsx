"use client";
import { Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Claim } from "@/lib/blog/schema";
import { ClaimLevelLine } from "../evidence/claim-level";
import claimStyles from "../evidence/claims.module.css";
import styles from "./article.module.css";
import { CitationQuote } from "./citation-quote";

type CitationPopoverProps = {
  citation: NumberedCitation;
  claim: Claim | undefined;
  /** The button that it stands over, which opens and closes it. */
  children: (toggle: () => void) => ReactNode;
};

/** What opens over a footnote number: how well its sentence is borne out, and the passage. Esc closes it. */
export function CitationPopover({ citation, claim, children }: CitationPopoverProps) {
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
      <Popover.Target>{children(quote.toggle)}</Popover.Target>
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
