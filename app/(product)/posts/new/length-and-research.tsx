"use client";
import { NumberInput, SegmentedControl } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { SEARCHES } from "@/lib/blog/sources/schema";
import { LIMITS } from "@/lib/limits/registry";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";

const DEPTHS = {
  basic: { label: "Basic", says: "enough for most topics" },
  targeted: { label: "Targeted", says: "a little wider, for a topic of several questions" },
  comprehensive: { label: "Comprehensive", says: "the widest, for long posts; it costs the most" },
} satisfies Record<keyof typeof SEARCHES, { label: string; says: string }>;

const LONGER = `Longer than ${LIMITS.postWords.most.toLocaleString("en")}: give each heading of your own outline its words.`;

/** What decides most about a post after its topic, and about its price. */
export function LengthAndResearch({ form }: { form: UseFormReturnType<PostDraft> }) {
  const { research } = form.getValues();
  return (
    <div className={styles.basics}>
      <NumberInput
        label="Length in words"
        min={LIMITS.postWords.least}
        max={LIMITS.postWords.most}
        step={100}
        description={LONGER}
        inputWrapperOrder={["label", "input", "description", "error"]}
        {...form.getInputProps("wordCount")}
      />
      <div>
        <span className={styles.fieldLabel} id="depth-label">
          Research
        </span>
        <SegmentedControl
          fullWidth
          data={Object.entries(DEPTHS).map(([value, { label }]) => ({ value, label }))}
          aria-labelledby="depth-label"
          aria-describedby="depth-says"
          {...form.getInputProps("research")}
        />
        <p id="depth-says" className={styles.says} aria-live="polite">
          {SEARCHES[research]} searches: {DEPTHS[research].says}.
        </p>
      </div>
    </div>
  );
}
