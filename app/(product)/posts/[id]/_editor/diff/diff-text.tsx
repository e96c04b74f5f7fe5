"use client";
import { useContext, useMemo } from "react";
import { EditorCitations } from "../text/citation-view";
import { numberBeside } from "../text/number-beside";
import { compareShown, type Part } from "./compare-shown";
import styles from "./diff.module.css";

type DiffTextProps = {
  before: string;
  after: string;
  label: string;
  /** What the two are, where that is not the post as it is and as it would be. */
  legend?: { removed: string; added: string };
  /** What else is proposed beside it: its new citations are numbered first. */
  beside?: readonly string[];
};
const NOTHING: readonly string[] = [];
const LEGEND = { removed: "goes", added: "comes" };
const SAID = { removed: "Removed: ", added: "Added: " } as const;

/** Two texts in one as their reader sees them: what goes is struck through, what comes is underlined. */
export function DiffText({
  before,
  after,
  label,
  legend = LEGEND,
  beside = NOTHING,
}: DiffTextProps) {
  const now = useContext(EditorCitations);
  const { parts, same } = useMemo(() => compareShown(before, after), [before, after]);
  const numbers = useMemo(
    () => numberBeside(now, ...beside, after, before),
    [now, beside, after, before],
  );
  const isNew = numbers.size > now.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reached by keyboard.
    <section className={styles.diff} aria-label={label} tabIndex={0}>
      <p className={styles.note}>
        {same === "less" && (
          <>
            <del>Struck through</del> {legend.removed}, <ins>underlined</ins> {legend.added}.
            {isNew && " Citations have the numbers of your text; others have the next."}
          </>
        )}
        {same === "all" && "Both texts are the same."}
        {same === "words" && "The words are the same: only their format changes."}
      </p>
      <div className={styles.text}>
        {parts.map((part) => (
          <DiffPart key={part.key} part={part} numbers={numbers} />
        ))}
      </div>
    </section>
  );
}

type DiffPartProps = { part: Part; numbers: ReadonlyMap<string, number> };

/** Said as well as shown: not every screen reader tells what is struck through. */
function DiffPart({ part: { kind, pieces }, numbers }: DiffPartProps) {
  const content = pieces.map((piece, index) => {
    const key = `${index}:${kind}`;
    if ("text" in piece) return <span key={key}>{piece.text}</span>;
    return (
      <sup key={key} className={styles.mark}>
        <span className="visually-hidden">Source </span>
        {numbers.get(piece.passageId) ?? "?"}
      </sup>
    );
  });
  if (kind === "same") return content;
  const Change = kind === "added" ? "ins" : "del";
  return (
    <Change>
      <span className="visually-hidden">{SAID[kind]}</span>
      {content}
    </Change>
  );
}
