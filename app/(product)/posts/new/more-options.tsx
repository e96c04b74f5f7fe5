"use client";
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { PLATFORM_NAMES, type Platform } from "@/lib/onboarding/persona/schema";
import type { Rates } from "./estimate";
import { ModelSelect } from "./model-select";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";
import { SourceOptions } from "./source-options";

type MoreOptionsProps = {
  form: UseFormReturnType<PostDraft>;
  /** Platforms with a persona of their own. */
  voices: Platform[];
  rates: Rates;
};

/** Everything that has a sensible default, folded away until it is wanted. */
export function MoreOptions({ form, voices, rates }: MoreOptionsProps) {
  const text = (field: keyof PostDraft) => form.getInputProps(field);
  const refused = Object.keys(form.errors).some((field) => !["topic", "outline"].includes(field));
  return (
    <details className={styles.more} open={refused || undefined}>
      <summary>More options</summary>
      <div className={styles.options}>
        <h2 className={styles.group}>Readers and voice</h2>
        <TextInput label="Audience" placeholder="Home owners" {...text("audience")} />
        <TextInput label="Tone" placeholder="Plain, a little dry" {...text("tone")} />
        <TextInput label="Industry" placeholder="Heating" {...text("industry")} />
        <TextInput label="Language" placeholder="English" {...text("language")} />
        {voices.some((id) => id !== "blog") && (
          <NativeSelect
            className={styles.wide}
            label="In the voice of"
            description="The persona of a platform, as the Personalization step has it."
            data={listVoices(voices)}
            disabled={form.getValues().without.includes("persona")}
            {...text("voice")}
          />
        )}
        <h2 className={styles.group}>What it says</h2>
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
          placeholder="heat pump, cold climate, running costs"
          {...text("keywords")}
        />
        <h2 className={styles.group}>What it draws on</h2>
        <SourceOptions form={form} kinds={rates.searches} />
        <h2 className={styles.group}>Who writes, and for how much</h2>
        <ModelSelect form={form} models={rates.models} problem={rates.problem} />
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

/** The blog's voice is there even without a persona of its own: then the core one speaks. */
function listVoices(voices: Platform[]): { value: Platform; label: string }[] {
  const others = voices.filter((id) => id !== "blog");
  return (["blog", ...others] as const).map((id) => ({ value: id, label: PLATFORM_NAMES[id] }));
}
