"use client";
import { Textarea } from "@mantine/core";
import styles from "./research.module.css";
import type { FieldErrors, ResearchDraft } from "./research-form-state";

type GapsProps = {
  draft: Pick<ResearchDraft, "topics" | "gaps">;
  errors: FieldErrors;
  onChange: (part: Partial<ResearchDraft>) => void;
};

/** What competitors write about, and where this user can say something new. */
export function Gaps({ draft, errors, onChange }: GapsProps) {
  return (
    <section className={styles.group} aria-labelledby="gaps">
      <h2 id="gaps">What they write about, and what they leave out</h2>
      <Textarea
        label="Topics of competitors"
        description="One per line. Filled by the search above, or by hand."
        placeholder={"What a heat pump costs to run\nWhich houses are too badly insulated"}
        autosize
        minRows={2}
        error={errors.topics}
        value={draft.topics}
        onChange={(event) => onChange({ topics: event.currentTarget.value })}
      />
      <Textarea
        label="Gaps you can fill"
        description="One per line. Plans of your posts look at these first."
        placeholder={"What the pump saves in its tenth year\nHow loud it is next to a bedroom"}
        autosize
        minRows={2}
        error={errors.gaps}
        value={draft.gaps}
        onChange={(event) => onChange({ gaps: event.currentTarget.value })}
      />
    </section>
  );
}
