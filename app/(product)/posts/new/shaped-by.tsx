"use client";
import { Checkbox } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import Link from "next/link";
import { AUTHOR_PART_CARDS, type AuthorPart } from "@/lib/blog/schema";
import type { Platform } from "@/lib/onboarding/persona/schema";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";

/** What a post of this user can be shaped by, how deep they want it researched, and in whose voice. */
export type Shaping = {
  parts: AuthorPart[];
  depth: PostDraft["research"];
  /** Sites that they prefer. */
  preferDomains: string[];
  voices: Platform[];
  /** What competitors leave out, each as long as an angle may be. */
  gaps: string[];
};
type ShapedByProps = { form: UseFormReturnType<PostDraft>; parts: AuthorPart[] };

/** What the wizard has learned, each part with a switch for this one post. */
export function ShapedBy({ form, parts }: ShapedByProps) {
  if (parts.length === 0)
    return (
      <p className={styles.unshaped}>
        Nothing shapes your posts yet. <Link href="/onboarding">Teach ALwrity your style</Link>
      </p>
    );
  const { without } = form.getValues();
  const use = (part: AuthorPart, used: boolean) => {
    const others = without.filter((other) => other !== part);
    form.setFieldValue("without", used ? others : [...others, part]);
  };
  return (
    <fieldset className={styles.shaped}>
      <legend>Shaped by</legend>
      {parts.map((part) => (
        <Checkbox
          key={part}
          size="sm"
          label={AUTHOR_PART_CARDS[part].name}
          checked={!without.includes(part)}
          onChange={(event) => use(part, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
