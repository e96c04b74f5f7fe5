"use client";
import { NumberInput, SegmentedControl } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { FINISH_FACTORS } from "@/lib/blog/posts/schema";
import type { GenerateBody } from "@/lib/blog/schema";
import { SEARCHES } from "@/lib/blog/sources/schema";
import { LIMITS } from "@/lib/limits/registry";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";

const DEPTHS = {
  basic: { label: "Basic", says: "enough for most topics" },
  targeted: { label: "Targeted", says: "a little wider, for a topic of several questions" },
  comprehensive: { label: "Comprehensive", says: "the widest, for long posts; it costs the most" },
} satisfies Record<keyof typeof SEARCHES, { label: string; says: string }>;

const WAYS = {
  draft: { label: "Draft", says: "Written once and checked. Any section can be polished later." },
  polished: {
    label: "Polished",
    says: "Each section is gone over once more before it is checked: the writing costs about half as much again.",
  },
} satisfies Record<keyof typeof FINISH_FACTORS, { label: string; says: string }>;

const LONGER = `Longer than ${LIMITS.postWords.most.toLocaleString("en")}: give each heading of your own outline its words.`;

const CHOICES = [
  { value: "auto", label: "Auto" },
  ...Object.entries(DEPTHS).map(([value, { label }]) => ({ value, label })),
];
type LengthAndResearchProps = {
  form: UseFormReturnType<PostDraft>;
  /** What was chosen, or what "auto" comes to. */
  depth: GenerateBody["research"];
};

/** What decides most about a post after its topic, and about its price. */
export function LengthAndResearch({ form, depth }: LengthAndResearchProps) {
  const { research, finish } = form.getValues();
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
          data={CHOICES}
          aria-labelledby="depth-label"
          aria-describedby="depth-says"
          {...form.getInputProps("research")}
        />
        <p id="depth-says" className={styles.says} aria-live="polite">
          {research === "auto" && `${DEPTHS[depth].label} for this post, `}
          {SEARCHES[depth]} searches: {DEPTHS[depth].says}.
        </p>
      </div>
      <div className={styles.whole}>
        <span className={styles.fieldLabel} id="finish-label">
          Finish
        </span>
        <SegmentedControl
          fullWidth
          data={Object.entries(WAYS).map(([value, { label }]) => ({ value, label }))}
          aria-labelledby="finish-label"
          aria-describedby="finish-says"
          {...form.getInputProps("finish")}
        />
        <p id="finish-says" className={styles.says} aria-live="polite">
          {WAYS[finish].says}
        </p>
      </div>
    </div>
  );
}
