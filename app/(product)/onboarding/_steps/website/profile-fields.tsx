"use client";
import { Textarea } from "@mantine/core";
import type { WebsiteProfile } from "@/lib/onboarding/website/schema";
import styles from "./website.module.css";

type Field = keyof WebsiteProfile;
type ProfileFieldsProps = {
  profile: Record<Field, string>;
  errors: Record<string, string>;
  onChange: (name: Field, value: string) => void;
};

const FIELDS: readonly { name: Field; label: string; description?: string; required?: true }[] = [
  { name: "description", label: "What you write about", required: true },
  { name: "audience", label: "Who reads you", required: true },
  { name: "writingStyle", label: "Writing style", required: true },
  { name: "brandVoice", label: "Brand voice" },
  { name: "contentType", label: "Kind of content" },
  { name: "patterns", label: "Patterns that recur", description: "One per line." },
  { name: "guidelines", label: "Guidelines", description: "One per line." },
  { name: "avoid", label: "Things to avoid", description: "One per line." },
];

/** Everything that was learned, to be corrected; or to be filled in by hand. */
export function ProfileFields({ profile, errors, onChange }: ProfileFieldsProps) {
  return (
    <section className={styles.profile} aria-labelledby="profile">
      <h2 id="profile">How your posts should sound</h2>
      {FIELDS.map(({ name, label, description, required }) => (
        <Textarea
          key={name}
          label={label}
          description={description}
          required={required ?? false}
          value={profile[name]}
          error={errors[name]}
          onChange={(event) => onChange(name, event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={10}
        />
      ))}
    </section>
  );
}
