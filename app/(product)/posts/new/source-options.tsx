"use client";
import { NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { formatUsd } from "@/app/_ui/money";
import type { SearchType, SourceKind } from "@/lib/blog/sources/schema";
import { LIMITS } from "@/lib/limits/registry";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";

const AGES = [
  { value: "", label: "Of any age" },
  { value: "month", label: "Of the last month" },
  { value: "year", label: "Of the last year" },
  { value: "five-years", label: "Of the last five years" },
];

const KINDS = [
  { value: "", label: "Of any kind" },
  { value: "news", label: "News" },
  { value: "research paper", label: "Research papers" },
  { value: "financial report", label: "Financial reports" },
  { value: "personal site", label: "Personal sites and blogs" },
] satisfies { value: SourceKind | ""; label: string }[];

/** A kind of search, and what one costs in US dollars. */
export type SearchKind = { value: SearchType; label: string; usd: number };
type SourceOptionsProps = { form: UseFormReturnType<PostDraft>; kinds: SearchKind[] };

/** Where a post may be searched for, and what of the user's own it may quote. */
export function SourceOptions({ form, kinds }: SourceOptionsProps) {
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
        label="Pages that are found"
        description="With a limit, pages without a date are left out too."
        data={AGES}
        {...text("publishedWithin")}
      />
      <NativeSelect
        label="Kind of pages"
        description="The cheapest search knows no kinds, and takes what it finds."
        data={KINDS}
        {...text("category")}
      />
      <NativeSelect
        label="Search with Exa"
        data={kinds.map(({ value, label, usd }) => ({
          value,
          label: `${label}, ${formatUsd(usd)} a search`,
        }))}
        {...text("searchType")}
      />
      <NumberInput
        label="Results of each search"
        description="Left empty, as many as the research needs."
        min={LIMITS.searchResults.least}
        max={LIMITS.searchResults.most}
        {...text("numResults")}
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
