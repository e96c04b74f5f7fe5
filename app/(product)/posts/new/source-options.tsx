"use client";
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";

const AGES = [
  { value: "", label: "Of any age" },
  { value: "month", label: "Of the last month" },
  { value: "year", label: "Of the last year" },
  { value: "five-years", label: "Of the last five years" },
];

/** Where a post may be searched for, and what of the user's own it may quote. */
export function SourceOptions({ form }: { form: UseFormReturnType<PostDraft> }) {
  const text = (field: keyof PostDraft) => form.getInputProps(field);
  return (
    <>
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
      <NativeSelect
        className={styles.wide}
        label="Pages that are found"
        description="With a limit, pages without a date are left out too."
        data={AGES}
        {...text("publishedWithin")}
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
      <Textarea
        className={styles.wide}
        label="Pages to draw on"
        description="Their addresses, one per line. Each is read with your Exa key and cited like what is found."
        placeholder="example.org/our-survey"
        autosize
        minRows={2}
        maxRows={10}
        {...text("pages")}
      />
    </>
  );
}
