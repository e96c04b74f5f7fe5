"use client";
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Source } from "@/lib/blog/schema";
import { countMarks } from "@/lib/blog/sources/measure-coverage";
import { SourceBoxes } from "../../_outline/source-boxes";
import editor from "../editor.module.css";
import styles from "./section-sources.module.css";

/** Whether the choice is open; closed, the focus goes back to the menu it was opened from. */
export function useSourceChoice() {
  const root = useRef<HTMLElement>(null);
  const [choosing, setChoosing] = useState(false);
  const close = () => {
    setChoosing(false);
    root.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
  };
  return { root, choosing, open: () => setChoosing(true), close };
}

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
  const form = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // The menu gives the focus back as it closes: after that it is ours.
    const timer = setTimeout(() => form.current?.querySelector("input")?.focus(), 50);
    return () => clearTimeout(timer);
  }, []);
  const note = ({ id }: Source) => describeCited(cited.get(id) ?? 0, ticked.includes(id));
  const isSame = ticked.length === before.length && ticked.every((id) => before.includes(id));
  return (
    <section className={editor.proposal} aria-label={`Sources of: ${section.heading}`}>
      <fieldset ref={form} className={styles.sources}>
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
