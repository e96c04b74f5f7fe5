"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Source } from "@/lib/blog/schema";
import { countMarks } from "@/lib/blog/sources/measure-coverage";
import { SourceBoxes } from "../../_outline/source-boxes";
import editor from "../editor.module.css";
import { useArrival } from "../tools/use-arrival";
import styles from "./section-sources.module.css";

type SectionSourcesProps = {
  section: { heading: string; markdown: string };
  /** All sources of the post, and those that the section may draw on; none is all. */
  sources: Source[];
  chosen: readonly string[];
  onChoose: (sourceIds: string[]) => void;
  onClose: () => void;
};

/** Which sources the tools may draw on for one section. The text and its citations stay as they are. */
export function SectionSources({
  section,
  sources,
  chosen,
  onChoose,
  onClose,
}: SectionSourcesProps) {
  const all = sources.map(({ id }) => id);
  const [before] = useState(() => (chosen.length === 0 ? all : chosen));
  const [ticked, setTicked] = useState(before);
  const cited = countMarks(section);
  const panel = useArrival<HTMLElement>();
  const note = ({ id }: Source) => describeCited(cited.get(id) ?? 0, ticked.includes(id));
  const isSame = ticked.length === before.length && ticked.every((id) => before.includes(id));
  return (
    <section ref={panel} className={editor.proposal} aria-label={`Sources of: ${section.heading}`}>
      <fieldset className={styles.sources}>
        <legend>
          What a rewrite or an expansion of this section may draw on. Its text stays as it is.
        </legend>
        {sources.length === 0 && <p className={editor.note}>This post has no sources.</p>}
        <SourceBoxes sources={sources} chosen={ticked} note={note} onChange={setTicked} />
      </fieldset>
      <p className={editor.note} role="status">
        {ticked.length === 0
          ? "Tick at least one source."
          : `${ticked.length} of ${all.length} sources chosen.`}
      </p>
      <div className={editor.buttons}>
        <Button
          disabled={ticked.length === 0 || isSame}
          onClick={() => onChoose(all.filter((id) => ticked.includes(id)))}
        >
          Use these sources
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

function describeCited(times: number, isTicked: boolean): string {
  if (times === 0) return "";
  const count = times === 1 ? "once" : `${times} times`;
  if (isTicked) return `Cited here ${count}.`;
  const stay = times === 1 ? "that citation stays" : "those citations stay";
  return `Cited here ${count}: ${stay} until the text is rewritten.`;
}
