"use client";
import { Button, TagsInput, Textarea, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import type { Seo } from "@/lib/seo/schema";
import { SEO_LIMITS, seoFields } from "@/lib/seo/schema";
import { CanonicalAndPictureFields } from "./canonical-and-picture-fields";
import styles from "./seo.module.css";
import { TitleOptions } from "./title-options";
import type { ApplyWork } from "./use-apply";

type ListingFormProps = {
  /** The listing with what is typed over it. */
  seo: Seo;
  edits: Partial<Seo>;
  work: ApplyWork;
  published: boolean;
  onEdit: (part: Partial<Seo>) => void;
  onDiscard: () => void;
};

/** Title, description, slug, tags and keyword, with counters; saved together. */
export function ListingForm({ seo, edits, work, published, onEdit, onDiscard }: ListingFormProps) {
  const errors = findErrors(seo);
  const edited = Object.keys(edits).length > 0;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!edited || Object.keys(errors).length > 0) return;
    if (await work.apply({ seo: trimmed(seo) }, "Saved: the search listing.")) onDiscard();
  };
  return (
    <form className={styles.part} onSubmit={(event) => void save(event)}>
      <h3>Search listing</h3>
      <div className={styles.fields}>
        <TextInput
          label="Title"
          description={countTitle(seo.title)}
          inputWrapperOrder={ORDER}
          error={errors.title}
          value={seo.title}
          onChange={(event) => onEdit({ title: event.currentTarget.value })}
        />
        <TitleOptions seo={seo} onChoose={(title) => onEdit({ title })} />
        <Textarea
          label="Description"
          description={countDescription(seo.description)}
          inputWrapperOrder={ORDER}
          error={errors.description}
          autosize
          minRows={2}
          value={seo.description}
          onChange={(event) => onEdit({ description: event.currentTarget.value })}
        />
        <TextInput
          label="Slug"
          description={
            published
              ? "The post is published: a new slug breaks the links to it."
              : `The end of its address. ${seo.slug.length} of ${SEO_LIMITS.slug} characters.`
          }
          inputWrapperOrder={ORDER}
          error={errors.slug}
          value={seo.slug}
          onChange={(event) => onEdit({ slug: event.currentTarget.value })}
        />
        <TextInput
          label="Keyword"
          description="What a reader would type to find this post."
          inputWrapperOrder={ORDER}
          error={errors.keyword}
          value={seo.keyword}
          onChange={(event) => onEdit({ keyword: event.currentTarget.value })}
        />
        <TagsInput
          label="Tags"
          description={`${seo.tags.length} of ${SEO_LIMITS.tags.max}. Press Enter after each.`}
          inputWrapperOrder={ORDER}
          error={errors.tags}
          value={seo.tags}
          onChange={(tags) => onEdit({ tags })}
        />
        <CanonicalAndPictureFields seo={seo} errors={errors} onEdit={onEdit} />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" size="sm" loading={work.busy} disabled={!edited}>
          Save the listing
        </Button>
        {edited && (
          <Button size="sm" variant="default" onClick={onDiscard} disabled={work.busy}>
            Discard
          </Button>
        )}
      </div>
    </form>
  );
}

const ORDER: ("label" | "input" | "description" | "error")[] = [
  "label",
  "input",
  "description",
  "error",
];

function countTitle({ length }: string): string {
  const { title } = SEO_LIMITS;
  const over = length > title ? ": search engines cut it" : "";
  return `${length} of ${title} characters${over}.`;
}

function countDescription({ length }: string): string {
  const { min, max } = SEO_LIMITS.description;
  if (length < min) return `${length} characters: ${min} to ${max} are shown whole.`;
  return `${length} of ${max} characters${length > max ? ": search engines cut it" : ""}.`;
}

/** The first problem of each field, by its name. */
function findErrors(seo: Seo): Partial<Record<string, string>> {
  const issues = seoFields.safeParse(seo).error?.issues ?? [];
  const entries = issues.map(({ path, message }) => [String(path[0]), message] as const);
  return Object.fromEntries(entries.reverse());
}

function trimmed(seo: Seo): Seo {
  return seoFields.parse(seo);
}
