"use client";
import { Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-request";

/** Where the sources of a post come from: sites to keep to or to avoid, and material of one's own. */
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
        label="Pages to read"
        description="Addresses that the post may cite beside what is found, one a line. They are read with your Exa key."
        placeholder="https://example.org/report"
        autosize
        minRows={2}
        maxRows={8}
        {...text("pages")}
      />
    </>
  );
}
