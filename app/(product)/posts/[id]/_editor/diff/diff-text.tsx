"use client";
import { useContext, useMemo } from "react";
import { compareWords } from "@/app/_ui/compare-words";
import { MARK } from "@/lib/blog/citations/citation-marks";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import { EditorCitations } from "../text/citation-view";
import styles from "./diff.module.css";

type DiffTextProps = { before: string; after: string; label: string };
/** Characters that are shown before and behind a change. */
const CONTEXT = 140;

/** Two texts in one, word by word: what goes is struck through, what comes is underlined. */
export function DiffText({ before, after, label }: DiffTextProps) {
  const citations = useContext(EditorCitations);
  const parts = useMemo(
    () => compare(toPlain(before, citations), toPlain(after, citations)),
    [before, after, citations],
  );
  const changed = parts.filter(({ added, removed }) => added || removed).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reached by keyboard.
    <section className={styles.diff} aria-label={label} tabIndex={0}>
      {changed === 0 && <p className={styles.same}>Both texts are the same.</p>}
      <p className={styles.text}>
        {parts.map(({ value, added, removed }, index) => {
          const key = `${index}:${value.length}`;
          if (added) return <ins key={key}>{value}</ins>;
          return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
        })}
      </p>
    </section>
  );
}

type Part = { value: string; added: boolean; removed: boolean };

/** What both say is shortened to what stands around a change. */
function compare(before: string, after: string): Part[] {
  const parts = compareWords(before, after);
  return parts.map(({ value, added, removed }, index) => {
    const isSame = !added && !removed;
    const place = { first: index === 0, last: index === parts.length - 1 };
    return { value: isSame && parts.length > 1 ? shorten(value, place) : value, added, removed };
  });
}

function shorten(text: string, { first, last }: { first: boolean; last: boolean }): string {
  const start = first ? "" : text.slice(0, CONTEXT).replace(/\s\S*$/, "");
  const end = last ? "" : text.slice(-CONTEXT).replace(/^\S*\s/, "");
  return text.length <= 3 * CONTEXT ? text : [start, "…", end].filter(Boolean).join(" ");
}

/** Marks by the number that they have in the text; one that has none yet by the name of its passage. */
function toPlain(markdown: string, citations: readonly NumberedCitation[]): string {
  const numbers = new Map(citations.map(({ passageId, number }) => [passageId, number]));
  return markdown.replace(
    MARK,
    (_, passageId: string) => `[${numbers.get(passageId) ?? passageId}]`,
  );
}
