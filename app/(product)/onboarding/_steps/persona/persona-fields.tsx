"use client";
import { Textarea } from "@mantine/core";
import styles from "./persona.module.css";
import { findFieldErrors, type PersonaText } from "./persona-text";

type PersonaFieldsProps = {
  value: PersonaText;
  /** Shows what is wrong, once somebody has tried to go on. */
  strict: boolean;
  disabled: boolean;
  onChange: (part: Partial<PersonaText>) => void;
};
type Field = { name: keyof PersonaText; label: string; description: string; rows: number };

const FIELDS: Field[] = [
  { name: "voice", label: "Voice", description: "Who is speaking, and to whom.", rows: 2 },
  { name: "tone", label: "Tone", description: "How it feels to read.", rows: 2 },
  { name: "sentenceLength", label: "Sentence length", description: "Short, long, mixed.", rows: 2 },
  { name: "vocabulary", label: "Vocabulary", description: "Words you use, one per line.", rows: 3 },
  { name: "dos", label: "Do", description: "One rule per line.", rows: 3 },
  { name: "donts", label: "Don’t", description: "One rule per line.", rows: 3 },
  { name: "sample", label: "Sample paragraph", description: "How it sounds.", rows: 4 },
];
const WIDE = new Set(["voice", "vocabulary", "sample"]);

/** The seven fields of a persona, all of them editable by hand. */
export function PersonaFields({ value, strict, disabled, onChange }: PersonaFieldsProps) {
  const errors = strict ? findFieldErrors(value) : {};
  return (
    <div className={styles.fields}>
      {FIELDS.map(({ name, label, description, rows }) => (
        <Textarea
          key={name}
          className={WIDE.has(name) ? styles.wide : undefined}
          label={label}
          description={description}
          error={errors[name]}
          withAsterisk={name === "voice"}
          autosize
          minRows={rows}
          maxRows={12}
          readOnly={disabled}
          value={value[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
