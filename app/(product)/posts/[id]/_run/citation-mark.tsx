"use client";
import { Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { NumberedCitation } from "@/lib/blog/number-citations";
import styles from "./article.module.css";
import { CitationQuote } from "./citation-quote";

/** A footnote mark that opens the passage it rests on. Esc closes it. */
export function CitationMark({ citation }: { citation: NumberedCitation }) {
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
          aria-label={`Source ${citation.number}: ${citation.title}`}
        >
          {citation.number}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.popover}>
        <CitationQuote citation={citation} quotes={[citation.quote]} />
      </Popover.Dropdown>
    </Popover>
  );
}
