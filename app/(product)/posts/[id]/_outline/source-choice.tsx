"use client";
import type { Source } from "@/lib/blog/schema";
import styles from "./outline.module.css";
import { SourceBoxes } from "./source-boxes";

type SourceChoiceProps = {
  name: string;
  sources: Source[];
  chosen: string[];
  onChange: (sourceIds: string[]) => void;
};

/** The sources that a section will be written from, folded away until they are wanted. */
export function SourceChoice({ name, sources, chosen, onChange }: SourceChoiceProps) {
  return (
    <details className={styles.sources}>
      <summary>
        {chosen.length === 0
          ? "Sources: chosen for you"
          : `Sources: ${chosen.length} of ${sources.length}`}
        <span className="visually-hidden"> for “{name}”</span>
      </summary>
      <fieldset>
        <legend className="visually-hidden">Sources for “{name}”</legend>
        <SourceBoxes sources={sources} chosen={chosen} onChange={onChange} />
      </fieldset>
    </details>
  );
}
