"use client";
import { Button } from "@mantine/core";
import styles from "./outline.module.css";
import type { OutlineDraft } from "./outline-draft";
import { sumWords } from "./outline-draft";

type WordsLineProps = { draft: OutlineDraft; wordCount: number; onShare: () => void };

/** What the lengths of the sections add up to, with a warning where that is another post. */
export function WordsLine({ draft, wordCount, onShare }: WordsLineProps) {
  const { total, farOff } = sumWords(draft, wordCount);
  const isEven = draft.sections.every(({ words }) => words === undefined);
  const sum = total.toLocaleString("en");
  const asked = wordCount.toLocaleString("en");
  return (
    <div className={styles.total}>
      <p role="status" data-far-off={farOff}>
        {farOff
          ? `The sections add up to ${sum} words, but you asked for ${asked}. The post will be about ${sum} words long.`
          : `The sections add up to about ${sum} words; you asked for ${asked}.`}
      </p>
      <Button size="xs" variant="default" disabled={isEven} onClick={onShare}>
        Share evenly
      </Button>
    </div>
  );
}
