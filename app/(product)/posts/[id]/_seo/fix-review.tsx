"use client";
import { Button, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import type { SeoFix, SeoFixKind } from "@/lib/seo/schema";
import styles from "./seo.module.css";
import type { ApplyWork } from "./use-apply";
import { WordDiff } from "./word-diff";

const NAMES = {
  listing: "the search listing",
  title: "the title",
  heading: "the headings",
  description: "the description",
  slug: "the slug",
  tags: "the tags",
  text: "the heading levels",
} as const satisfies Record<SeoFixKind, string>;

type FixReviewProps = { fix: SeoFix; work: ApplyWork; onClose: () => void };

/** What a suggestion would change, word by word, before it is accepted. */
export function FixReview({ fix, work, onClose }: FixReviewProps) {
  const [index, setIndex] = useState(0);
  const option = fix.options[index] ?? fix.options[0];
  if (!option) return null;
  const name = NAMES[fix.kind];
  const accept = async () => {
    if (await work.apply(option.change, `Saved: ${name}.`)) onClose();
  };
  return (
    <div className={styles.review}>
      {fix.options.length > 1 && (
        <Radio.Group
          label="Choose one"
          value={String(index)}
          onChange={(value) => setIndex(Number(value))}
        >
          <Stack gap="xs" mt="xs" mb="sm">
            {fix.options.map(({ before, after }, number) => (
              <Radio key={`${before} ${after}`} value={String(number)} label={after} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <WordDiff before={option.before} after={option.after} />
      <div className={styles.buttons}>
        <Button size="xs" onClick={() => void accept()} loading={work.busy}>
          Apply
        </Button>
        <Button size="xs" variant="default" onClick={onClose} disabled={work.busy}>
          Keep {name} as {name.endsWith("s") ? "they are" : "it is"}
        </Button>
      </div>
    </div>
  );
}
