"use client";
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { CrossIcon } from "@/app/_ui/icons";
import quiet from "@/app/_ui/quiet-button.module.css";
import { LIMITS } from "@/lib/limits/registry";
import { MoveButtons } from "../[id]/_outline/move-buttons";
import type { DraftSection, OutlineChange } from "../[id]/_outline/outline-draft";
import { WordsField } from "../[id]/_outline/words-field";
import own from "./own-outline.module.css";

type HeadingRowProps = {
  section: DraftSection;
  place: { index: number; count: number };
  /** It has just been added: its field takes the focus. */
  fresh: boolean;
  /** How long it will be: what was asked for, or its share. */
  share: number;
  onChange: (change: OutlineChange) => void;
  onRemove: () => void;
  /** Enter in the heading asks for another one below: it must not start the run. */
  onNext: () => void;
  /** Says to a screen reader what has happened. */
  onSay: (words: string) => void;
};

/** One heading of an own outline, its length, and its place. */
export function HeadingRow({ section, place, fresh, share, onChange, ...on }: HeadingRowProps) {
  const { key, heading, words } = section;
  const { index, count } = place;
  const name = heading.trim() || `Heading ${index + 1}`;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (fresh) field.current?.focus();
  }, [fresh]);
  const move = (by: 1 | -1) => {
    onChange({ type: "move", key, by });
    on.onSay(`“${name}” is now ${index + 1 + by} of ${count}.`);
    requestAnimationFrame(() => field.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (heading.trim() !== "") on.onNext();
  };
  return (
    <li className={own.headingRow}>
      <TextInput
        ref={field}
        aria-label={`Heading ${index + 1}`}
        maxLength={LIMITS.headingCharacters}
        value={heading}
        onChange={(event) => onChange({ type: "rename", key, heading: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <div className={own.headingTools}>
        <WordsField
          name={name}
          words={words}
          share={share}
          onChange={(asked) => onChange({ type: "words", key, words: asked })}
        />
        <MoveButtons name={name} place={place} onMove={move} />
        <button
          type="button"
          className={quiet.icon}
          onClick={on.onRemove}
          aria-label={`Remove “${name}”`}
        >
          <CrossIcon />
        </button>
      </div>
    </li>
  );
}
