"use client";
import { SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { LIMITS } from "@/lib/limits/registry";
import { WEBSITE_SOURCES } from "@/lib/onboarding/website/schema";
import styles from "./website.module.css";
import type { WebsiteDraft } from "./website-form-state";

type SourceFieldsProps = {
  draft: WebsiteDraft;
  errors: Record<string, string>;
  onChange: (draft: WebsiteDraft) => void;
};

const CHOICES = [
  { value: "site", label: "My website" },
  { value: "text", label: "A text of mine" },
  { value: "business", label: "My business" },
];

/** A site, a text or a business: what the description is made from. */
export function SourceFields({ draft, errors, onChange }: SourceFieldsProps) {
  const choose = (value: string) => {
    const source = WEBSITE_SOURCES.find((known) => known === value);
    if (source) onChange({ ...draft, source });
  };
  const field = (name: "url" | "pages" | "sample" | "business") => ({
    value: draft[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <div className={styles.source}>
      <SegmentedControl
        data={CHOICES}
        value={draft.source}
        onChange={choose}
        aria-label="What ALwrity learns from"
      />
      {draft.source === "site" && (
        <>
          <TextInput
            label="Address of your site"
            description="Read through Exa, with a few pages below it."
            placeholder="https://example.org"
            inputMode="url"
            {...field("url")}
          />
          <Textarea
            label="More pages to read"
            description={`Up to ${LIMITS.furtherPages} addresses, one per line. Optional.`}
            placeholder="https://example.org/about"
            autosize
            minRows={2}
            maxRows={5}
            {...field("pages")}
          />
        </>
      )}
      {draft.source === "text" && (
        <Textarea
          label="A text of yours"
          description={`At least ${LIMITS.sampleCharacters.least} characters of something you are content with.`}
          autosize
          minRows={6}
          maxRows={16}
          maxLength={LIMITS.sampleCharacters.most}
          {...field("sample")}
        />
      )}
      {draft.source === "business" && (
        <Textarea
          label="Your business"
          description="What you do, for whom, and how you would like to sound."
          placeholder="I advise home owners on heating, and would like to sound calm and exact."
          autosize
          minRows={4}
          maxRows={12}
          maxLength={LIMITS.businessCharacters.most}
          {...field("business")}
        />
      )}
    </div>
  );
}
