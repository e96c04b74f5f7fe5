"use client";
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { ChangeEvent } from "react";
import type { SiteFacts } from "@/lib/integrations/schema";
import type { ListingDraft } from "./listing-draft";
import styles from "./publish.module.css";

type ListingFieldsProps = {
  facts: SiteFacts;
  isNew: boolean;
  draft: ListingDraft;
  onChange: (part: Partial<ListingDraft>) => void;
};
type Field = Exclude<keyof ListingDraft, "file">;

/** How the post is listed on the site: everything may stay as it is. */
export function ListingFields({ facts, isNew, draft, onChange }: ListingFieldsProps) {
  const usual = isNew ? "As in the post" : "As it is there";
  const text = (name: Field, label: string, description?: string) => ({
    ...{ label, description, placeholder: usual, value: draft[name] },
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange({ [name]: currentTarget.value }),
  });
  return (
    <details className={styles.listing}>
      <summary>How it is listed there</summary>
      <div className={styles.fields}>
        <TextInput {...text("tags", "Tags", "Separated by commas; new ones are made.")} />
        {facts.categories && (
          <TextInput {...text("categories", "Categories", describeCategories(facts))} />
        )}
        <Textarea autosize minRows={2} maxRows={6} {...text("excerpt", "Excerpt")} />
        <TextInput {...text("slug", "Slug", "The end of its address.")} />
        <SiteChoiceField
          label="Author"
          choices={facts.authors}
          usual={usual}
          value={draft.author}
          onPick={(author) => onChange({ author })}
        />
        <SiteChoiceField
          label="Who may read it"
          choices={facts.visibilities}
          usual={usual}
          value={draft.visibility}
          onPick={(visibility) => onChange({ visibility })}
        />
        {facts.takes.canonical && (
          <TextInput
            type="url"
            {...text(
              "canonicalUrl",
              "Address of the original",
              "When it was published elsewhere first.",
            )}
            placeholder="https://example.org/original"
          />
        )}
        {facts.mayUpload && <PictureField draft={draft} onChange={onChange} />}
      </div>
    </details>
  );
}

function describeCategories({ categories, mayAddCategories }: SiteFacts): string {
  const names = (categories ?? []).slice(0, 12).join(", ");
  const made = mayAddCategories ? "new ones are made" : "this user may not make new ones";
  return `Separated by commas; ${made}. There are: ${names}.`;
}

type SiteChoiceFieldProps = {
  label: string;
  choices: readonly { id: string; name: string }[];
  usual: string;
  value: string;
  onPick: (id: string) => void;
};

/** A choice of the site's own, where there is one. */
function SiteChoiceField({ label, choices, usual, value, onPick }: SiteChoiceFieldProps) {
  if (choices.length < 2) return null;
  const data = [
    { value: "", label: usual },
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <NativeSelect
      label={label}
      data={data}
      value={value}
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    />
  );
}

function PictureField({ draft, onChange }: PictureFieldProps) {
  return (
    <>
      <label className={styles.file}>
        <span>Picture at its head</span>
        <input
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          onChange={({ currentTarget }) => onChange({ file: currentTarget.files?.[0] ?? null })}
        />
      </label>
      {(draft.file || draft.alt) && (
        <TextInput
          label="What the picture shows"
          description="For those who do not see it."
          value={draft.alt}
          onChange={({ currentTarget }) => onChange({ alt: currentTarget.value })}
        />
      )}
    </>
  );
}
type PictureFieldProps = Pick<ListingFieldsProps, "draft" | "onChange">;
