"use client";
import { NumberInput } from "@mantine/core";
import styles from "./outline.module.css";

type WordsFieldProps = {
  name: string;
  /** What was asked for; undefined where the section gets its share. */
  words: number | undefined;
  share: number;
  onChange: (words: number | undefined) => void;
};

/** How many words a section should have. Emptied, it gets an even share again. */
export function WordsField({ name, words, share, onChange }: WordsFieldProps) {
  return (
    <div className={styles.words}>
      <NumberInput
        size="xs"
        aria-label={`Words for “${name}”`}
        title="Left empty, it gets an even share"
        hideControls
        allowNegative={false}
        allowDecimal={false}
        maxLength={5}
        step={50}
        placeholder={`${share} words`}
        value={words ?? ""}
        onChange={(value) => onChange(value === "" ? undefined : Number(value))}
      />
    </div>
  );
}
