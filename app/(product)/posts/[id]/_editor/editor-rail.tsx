"use client";
import { countProse } from "@/lib/markdown/count-prose";
import { countMinutes } from "@/lib/text/count-words";
import contents from "../_run/contents-rail.module.css";
import run from "../_run/page-columns.module.css";
import styles from "./editor-rail.module.css";
import type { Draft } from "./saving/draft";

/** Where am I: the headings as they stand, how long the post is. */
export function EditorRail({ draft }: { draft: Draft }) {
  const words = draft.sections.reduce((sum, section) => sum + countSection(section), 0);
  const minutes = countMinutes(words);
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

type DraftSection = Draft["sections"][number];
const counted = new WeakMap<DraftSection, number>();

/** Only the section that is written in is another one at every key. */
function countSection(section: DraftSection): number {
  const words = counted.get(section) ?? countProse(section.markdown);
  counted.set(section, words);
  return words;
}
