"use client";
import contents from "../_run/contents-rail.module.css";
import run from "../_run/run.module.css";
import { countWords } from "./count-words";
import styles from "./editor-rail.module.css";
import type { Draft } from "./saving/draft";

/** Where am I: the headings as they stand, how long the post is. */
export function EditorRail({ draft }: { draft: Draft }) {
  const { words, minutes } = countWords(draft);
  return (
    <nav aria-label="Contents" className={contents.contents}>
      <p className={run.railTitle}>Contents</p>
      <ol>
        {draft.sections.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`}>{heading || "No heading yet"}</a>
          </li>
        ))}
      </ol>
      <p className={styles.length}>
        {words.toLocaleString("en")} {words === 1 ? "word" : "words"}, {minutes} min to read
      </p>
    </nav>
  );
}
