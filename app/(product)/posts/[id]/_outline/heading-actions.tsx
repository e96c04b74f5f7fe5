"use client";
import { CrossIcon, MergeIcon } from "@/app/_ui/icons";
import quiet from "@/app/_ui/quiet-button.module.css";
import { MoveButtons } from "./move-buttons";
import styles from "./outline.module.css";

type HeadingActionsProps = {
  name: string;
  /** Counted from 0. */
  place: { index: number; count: number };
  onMove: (by: 1 | -1) => void;
  onDrop: (type: "merge" | "remove") => void;
};

/** What can be done with a heading as a whole, in one row. */
export function HeadingActions({ name, place, onMove, onDrop }: HeadingActionsProps) {
  const isLast = place.index === place.count - 1;
  return (
    <div className={styles.actions}>
      <MoveButtons name={name} place={place} onMove={onMove} />
      <button
        type="button"
        className={quiet.icon}
        disabled={isLast}
        title="Merge with the next"
        aria-label={`Merge with the next “${name}”`}
        onClick={() => onDrop("merge")}
      >
        <MergeIcon />
      </button>
      <button
        type="button"
        className={quiet.icon}
        title="Remove"
        aria-label={`Remove “${name}”`}
        onClick={() => onDrop("remove")}
      >
        <CrossIcon />
      </button>
    </div>
  );
}
