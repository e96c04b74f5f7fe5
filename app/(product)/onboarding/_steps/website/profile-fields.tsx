"use client";
import { Textarea } from "@mantine/core";
import type { WebsiteProfile } from "@/lib/onboarding/website/schema";
import { Folded } from "../../_frame/folded";
import styles from "./website.module.css";

type Field = keyof WebsiteProfile;
type ProfileFieldsProps = {
  profile: Record<Field, string>;
  errors: Record<string, string>;
  onChange: (name: Field, value: string) => void;
};

type FieldCard = {
  name: Field;
  label: string;
  example: string;
  lines?: true;
  required?: true;
  /** As wide as the form: the others stand in pairs. */
  wide?: true;
};

const MORE = "Brand voice, patterns, guidelines and what to avoid";
const FIELDS: readonly FieldCard[] = [
  {
    name: "description",
    label: "What you write about",
    example: "Heating old houses: heat pumps, insulation, what each costs and saves",
    required: true,
    wide: true,
  },
  {
    name: "audience",
    label: "Who reads you",
    example: "Home owners who renovate for the first time",
    required: true,
  },
  {
    name: "writingStyle",
    label: "Writing style",
    example: "Short sentences, concrete numbers, you instead of one",
    required: true,
  },
  {
    name: "brandVoice",
    label: "Brand voice",
    example: "The neighbour who happens to be an engineer",
  },
  { name: "contentType", label: "Kind of content", example: "Guides and comparisons" },
  { name: "patterns", label: "Style patterns", example: "Opens with a bill", lines: true },
  {
    name: "guidelines",
    label: "Writing guidelines",
    example: "Prices in euros, with the year",
    lines: true,
  },
  {
    name: "avoid",
    label: "Things to avoid",
    example: "Exclamation marks",
    lines: true,
    wide: true,
  },
];

const NEEDED = FIELDS.filter(({ required }) => required);
const OTHERS = FIELDS.filter(({ required }) => !required);

/** Everything that was learned, to be corrected; or to be filled in by hand, where most of it may be left out. */
export function ProfileFields({ profile, errors, onChange }: ProfileFieldsProps) {
  const show = ({ name, label, example, lines, required, wide }: FieldCard) => (
    <Textarea
      key={name}
      className={wide && styles.wide}
      label={label}
      description={lines && "One per line."}
      placeholder={example}
      required={required ?? false}
      value={profile[name]}
      error={errors[name]}
      onChange={(event) => onChange(name, event.currentTarget.value)}
      autosize
      minRows={2}
      maxRows={10}
    />
  );
  return (
    <section className={styles.profile} aria-labelledby="profile">
      <h2 id="profile">How your posts should sound</h2>
      <div className={styles.pairs}>{NEEDED.map(show)}</div>
      <Folded
        summary={MORE}
        filled={OTHERS.some(({ name }) => profile[name].trim() !== "")}
        refused={OTHERS.some(({ name }) => errors[name])}
      >
        <div className={styles.pairs}>{OTHERS.map(show)}</div>
      </Folded>
    </section>
  );
}
