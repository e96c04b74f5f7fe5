"use client";
import { Textarea } from "@mantine/core";
import { Folded } from "../../_frame/folded";
import styles from "./persona.module.css";
import { findFieldErrors, type PersonaText } from "./persona-text";

type PersonaFieldsProps = {
  value: PersonaText;
  /** Shows what is wrong, once somebody has tried to go on. */
  strict: boolean;
  disabled: boolean;
  onChange: (part: Partial<PersonaText>) => void;
};
type Field = {
  name: keyof PersonaText;
  label: string;
  description: string;
  example: string;
  rows: number;
};

const FIELDS: Field[] = [
  {
    name: "voice",
    label: "Voice",
    description: "Who is speaking, and to whom.",
    example: "An engineer who has renovated three old houses, to neighbours who begin their first",
    rows: 2,
  },
  {
    name: "tone",
    label: "Tone",
    description: "How it feels to read.",
    example: "Calm and exact, with a dry joke now and then",
    rows: 2,
  },
  {
    name: "sentenceLength",
    label: "Sentence length",
    description: "Short, long, mixed.",
    example: "Mostly short; a longer one where a thought needs it",
    rows: 2,
  },
  {
    name: "vocabulary",
    label: "Vocabulary",
    description: "Words you use, one per line.",
    example: "flow temperature\nheating bill\nin plain numbers",
    rows: 3,
  },
  {
    name: "dos",
    label: "Do",
    description: "One rule per line.",
    example: "Begin with what it costs\nName the source of every figure",
    rows: 3,
  },
  {
    name: "donts",
    label: "Don’t",
    description: "One rule per line.",
    example: "No exclamation marks\nNo “game changer”",
    rows: 3,
  },
  {
    name: "sample",
    label: "Sample paragraph",
    description: "How it sounds.",
    example:
      "The old boiler burned 2,400 litres a year. The pump that replaced it used 6,100 kilowatt hours, and the house was warmer.",
    rows: 4,
  },
];
const OTHERS = "Tone, words, rules and a sample";
const WIDE = new Set(["voice", "vocabulary", "sample"]);

/** The seven fields of a persona, all of them editable by hand. Only the voice must be: the others unfold. */
export function PersonaFields({ value, strict, disabled, onChange }: PersonaFieldsProps) {
  const errors = strict ? findFieldErrors(value) : {};
  const [voice, ...others] = FIELDS.map(({ name, label, description, example, rows }) => (
    <Textarea
      key={name}
      className={WIDE.has(name) ? styles.wide : undefined}
      label={label}
      description={description}
      placeholder={example}
      error={errors[name]}
      withAsterisk={name === "voice"}
      autosize
      minRows={rows}
      maxRows={12}
      readOnly={disabled}
      value={value[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  ));
  const folded = FIELDS.filter(({ name }) => name !== "voice");
  return (
    <>
      {voice}
      <Folded
        summary={OTHERS}
        filled={folded.some(({ name }) => value[name] !== "")}
        refused={folded.some(({ name }) => errors[name])}
      >
        <div className={styles.fields}>{others}</div>
      </Folded>
    </>
  );
}
