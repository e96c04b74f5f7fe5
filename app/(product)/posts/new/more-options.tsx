"use client";
import { NumberInput, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-request";

const DEPTHS = [
  { value: "basic", label: "Basic" },
  { value: "targeted", label: "Targeted" },
  { value: "comprehensive", label: "Comprehensive" },
];

/** Everything that has a sensible default, folded away until it is wanted. */
export function MoreOptions({ form }: { form: UseFormReturnType<PostDraft> }) {
  const text = (field: keyof PostDraft) => form.getInputProps(field);
  const refused = Object.keys(form.errors).some((field) => field !== "topic");
  return (
    <details className={styles.more} open={refused || undefined}>
      <summary>More options</summary>
      <div className={styles.options}>
        <NumberInput
          label="Length in words"
          min={300}
          max={5000}
          step={100}
          {...text("wordCount")}
        />
        <div>
          <span className={styles.fieldLabel} id="depth-label">
            Research
          </span>
          <SegmentedControl
            fullWidth
            data={DEPTHS}
            aria-labelledby="depth-label"
            {...text("research")}
          />
        </div>
        <TextInput label="Audience" placeholder="Home owners" {...text("audience")} />
        <TextInput label="Tone" placeholder="Plain, a little dry" {...text("tone")} />
        <TextInput label="Industry" placeholder="Heating" {...text("industry")} />
        <TextInput label="Language" placeholder="English" {...text("language")} />
        <TextInput
          className={styles.wide}
          label="Angle"
          placeholder="What it costs over ten years"
          description="From what side the topic is taken. Left empty, it is chosen from the sources."
          {...text("angle")}
        />
        <Textarea
          className={styles.wide}
          label="Instructions"
          description="What the writer should know or keep to."
          placeholder="Address the reader directly. Give prices in euros."
          autosize
          minRows={2}
          maxRows={8}
          {...text("instructions")}
        />
        <TextInput
          className={styles.wide}
          label="Keywords"
          description="Separated by commas."
          {...text("keywords")}
        />
        <TextInput
          label="Only these sites"
          description="Bare domains, separated by commas."
          placeholder="example.org"
          {...text("includeDomains")}
        />
        <TextInput
          label="Never these sites"
          description="Bare domains, separated by commas."
          placeholder="example.com"
          {...text("excludeDomains")}
        />
        <Textarea
          className={styles.wide}
          label="Your own notes"
          description="Text the post may quote beside what is found."
          autosize
          minRows={3}
          maxRows={12}
          {...text("notes")}
        />
        <TextInput
          label="Spending cap in dollars"
          description="The run stops before a call that would exceed it."
          placeholder="0.25"
          inputMode="decimal"
          {...text("capUsd")}
        />
      </div>
    </details>
  );
}
