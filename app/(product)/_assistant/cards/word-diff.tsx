import { useMemo } from "react";
import { compareWords } from "@/app/_ui/compare-words";
import { MARK } from "@/lib/blog/citations/citation-marks";
import type { ShownChange } from "@/lib/copilot/schema";
import styles from "./cards.module.css";

/** Two texts in one, word by word; below it what the passages of the new one do not hold. */
export function WordDiff({ change }: { change: ShownChange }) {
  const { label, before, after, doubts, citations } = change;
  const parts = useMemo(() => compareWords(toPlain(before), toPlain(after)), [before, after]);
  return (
    <div className={styles.change}>
      <p className={styles.label}>{label}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reached by keyboard. */}
      <figure className={styles.diff} aria-label={`Change of ${label}`} tabIndex={0}>
        {parts.map(({ value, added, removed }, index) => {
          const key = `${index}:${value.length}`;
          if (added) return <ins key={key}>{value}</ins>;
          return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
        })}
      </figure>
      {citations.length > 0 && (
        <p className={styles.price}>
          Rests on: {[...new Set(citations.map(({ title }) => title))].join("; ")}
        </p>
      )}
      {doubts.map((doubt) => (
        <p key={doubt} className={styles.doubt}>
          {doubt}
        </p>
      ))}
    </div>
  );
}

function toPlain(markdown: string): string {
  return markdown.replace(MARK, (_, passageId: string) => `[${passageId}]`);
}
