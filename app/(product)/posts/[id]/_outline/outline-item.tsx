"use client";
import { useEffect, useRef } from "react";
import type { Source } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { DragGrip, dropPlace } from "./drag-grip";
import { GrowingField } from "./growing-field";
import { HeadingActions } from "./heading-actions";
import styles from "./outline.module.css";
import type { DraftSection, OutlineChange } from "./outline-draft";
import { SourceChoice } from "./source-choice";
import { WordsField } from "./words-field";

type OutlineItemProps = {
  section: DraftSection;
  index: number;
  count: number;
  sources: Source[];
  /** How long it will be: what was asked for, or its share. */
  share: number;
  onChange: (change: OutlineChange) => void;
  /** The heading at another place was dropped here. */
  onDropHere: (from: number) => void;
  /** Says to a screen reader what has happened. */
  onSay: (words: string) => void;
};

/** One heading: its words, its place and its sources. Alt and an arrow in the field move it too. */
export function OutlineItem({ section, index, count, sources, ...rest }: OutlineItemProps) {
  const { share, onChange, onDropHere, onSay } = rest;
  const { key, heading } = section;
  const place = index + 1;
  const name = heading.trim() || `Heading ${place}`;
  const field = useRef<HTMLTextAreaElement>(null);
  const isNew = section.id === undefined && heading === "";
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  const move = (by: 1 | -1) => {
    const at = place + by;
    if (at < 1 || at > count) return;
    onChange({ type: "move", key, by });
    onSay(`“${name}” is now ${at} of ${count}.`);
    requestAnimationFrame(() => field.current?.focus());
  };
  const drop = (type: "merge" | "remove") => {
    onChange({ type, key });
    onSay(type === "merge" ? `“${name}” was merged with the next.` : `“${name}” was removed.`);
  };
  return (
    <li className={styles.item} {...dropPlace(index, onDropHere)}>
      <DragGrip index={index} />
      <GrowingField
        field={field}
        aria-label={`Heading ${place}`}
        maxLength={LIMITS.headingCharacters}
        value={heading}
        onChange={(text) => onChange({ type: "rename", key, heading: text })}
        onKeyDown={(event) => {
          const by = { ArrowUp: -1, ArrowDown: 1 } as const;
          if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
          event.preventDefault();
          move(by[event.key]);
        }}
      />
      <WordsField
        name={name}
        words={section.words}
        share={share}
        onChange={(words) => onChange({ type: "words", key, words })}
      />
      <HeadingActions name={name} place={{ index, count }} onMove={move} onDrop={drop} />
      <SourceChoice
        name={name}
        sources={sources}
        chosen={section.sourceIds}
        onChange={(sourceIds) => onChange({ type: "sources", key, sourceIds })}
      />
    </li>
  );
}
