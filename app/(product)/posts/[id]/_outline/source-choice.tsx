"use client";
import { Checkbox } from "@mantine/core";
import type { Source } from "@/lib/blog/schema";
import styles from "./outline.module.css";

type SourceChoiceProps = {
  name: string;
  sources: Source[];
  chosen: string[];
  onChange: (sourceIds: string[]) => void;
};

/** The sources that a section will be written from, folded away until they are wanted. */
export function SourceChoice({ name, sources, chosen, onChange }: SourceChoiceProps) {
  const choose = (id: string, wanted: boolean) =>
    onChange(wanted ? [...chosen, id] : chosen.filter((other) => other !== id));
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
        {sources.map((source) => (
          <Checkbox
            key={source.id}
            size="sm"
            label={source.title}
            description={source.url ? new URL(source.url).hostname : "Your own notes"}
            checked={chosen.includes(source.id)}
            onChange={(event) => choose(source.id, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
    </details>
  );
}
