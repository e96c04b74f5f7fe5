"use client";
import { useRef } from "react";
import styles from "./growing-input.module.css";
import { joinLines } from "./join-lines";
import { useGrowingHeight } from "./use-growing-height";

type GrowingInputProps = {
  className: string;
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
};

/** One line of text that wraps where it must: Enter goes on to what follows, and breaks nothing. */
export function GrowingInput({ className, label, value, maxLength, onChange }: GrowingInputProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowingHeight(field, value);
  return (
    <textarea
      ref={field}
      rows={1}
      className={`${styles.field} ${className}`}
      aria-label={label}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(joinLines(event.currentTarget.value))}
      onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
    />
  );
}
