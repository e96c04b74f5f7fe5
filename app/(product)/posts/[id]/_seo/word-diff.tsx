"use client";
import { Fragment, useMemo } from "react";
import { compareWords } from "@/app/_ui/compare-words";
import styles from "./seo.module.css";

/** Two texts as one: words that go are struck out, words that come are underlined, both are said. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => compare(before, after), [before, after]);
  return (
    <p className={styles.diff}>
      {parts.map(({ key, kind, text }) => (
        <Fragment key={key}>
          {kind === "same" && text}
          {kind === "removed" && (
            <del>
              <span className="visually-hidden">removed: </span>
              {text}
            </del>
          )}
          {kind === "added" && (
            <ins>
              <span className="visually-hidden">added: </span>
              {text}
            </ins>
          )}
        </Fragment>
      ))}
    </p>
  );
}

type Part = { key: string; kind: "same" | "removed" | "added"; text: string };

/** Below this share of common text, one text after the other reads better than both entangled. */
const ENTANGLED = 0.5;

function compare(before: string, after: string): Part[] {
  const changes = compareWords(before, after);
  const common = changes.reduce(
    (sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length),
    0,
  );
  if (before !== "" && common / Math.max(before.length, after.length) < ENTANGLED)
    return [
      { key: "before", kind: "removed", text: before },
      { key: "between", kind: "same", text: "\n" },
      { key: "after", kind: "added", text: after },
    ];
  let place = 0;
  return changes.map(({ value, added, removed }) => {
    const kind = added ? "added" : removed ? "removed" : "same";
    place += value.length;
    return { key: `${kind} ${place}`, kind, text: value };
  });
}
