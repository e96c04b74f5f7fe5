"use client";
import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import styles from "./diff.module.css";

type DiffTextProps = { before: string; after: string; label: string };
const MARK = /\[\^(S\d+\.p\d+)\]/g;

/** Two texts in one, word by word: what goes is struck through, what comes is underlined. */
export function DiffText({ before, after, label }: DiffTextProps) {
  const parts = useMemo(() => diffWordsWithSpace(toPlain(before), toPlain(after)), [before, after]);
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

/** Marks by the name of their passage, in which a change can be seen. */
function toPlain(markdown: string): string {
  return markdown.replace(MARK, "[$1]");
}
