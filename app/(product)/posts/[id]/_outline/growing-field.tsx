"use client";
import { Textarea, type TextareaProps } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useRef } from "react";
import { joinLines } from "@/app/_ui/join-lines";
import { useGrowingHeight } from "@/app/_ui/use-growing-height";
import styles from "./outline.module.css";

type GrowingFieldProps = Pick<TextareaProps, "label" | "aria-label" | "maxLength"> & {
  className?: string | undefined;
  field?: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

/** A field of one line that shows all of it: it wraps where it must, and Enter breaks nothing. */
export function GrowingField({
  field,
  className,
  onChange,
  onKeyDown,
  ...rest
}: GrowingFieldProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const shown = field ?? own;
  useGrowingHeight(shown, rest.value);
  return (
    <Textarea
      {...rest}
      ref={shown}
      rows={1}
      classNames={{ input: `${styles.growing} ${className ?? ""}` }}
      onChange={(event) => onChange(joinLines(event.currentTarget.value))}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.preventDefault();
        onKeyDown?.(event);
      }}
    />
  );
}
