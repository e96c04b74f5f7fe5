"use client";
import { Checkbox } from "@mantine/core";
import type { Source } from "@/lib/blog/schema";

type SourceBoxesProps = {
  sources: Source[];
  chosen: readonly string[];
  /** What is said of a source beside where it is from. */
  note?: (source: Source) => string;
  onChange: (sourceIds: string[]) => void;
};

/** A box for each source of a post. What is chosen stays in the order it was chosen in. */
export function SourceBoxes({ sources, chosen, note, onChange }: SourceBoxesProps) {
  const choose = (id: string, wanted: boolean) =>
    onChange(wanted ? [...chosen, id] : chosen.filter((other) => other !== id));
  return sources.map((source) => {
    const where = source.url ? new URL(source.url).hostname : "Your own notes";
    const more = note?.(source) ?? "";
    return (
      <Checkbox
        key={source.id}
        size="sm"
        label={source.title}
        description={more ? `${where}. ${more}` : where}
        checked={chosen.includes(source.id)}
        onChange={(event) => choose(source.id, event.currentTarget.checked)}
      />
    );
  });
}
