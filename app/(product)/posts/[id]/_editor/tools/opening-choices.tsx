"use client";
import { Button } from "@mantine/core";
import { useContext } from "react";
import type { Opening, OpeningKind } from "@/lib/blog/edit/schema";
import { SectionText } from "../../_run/article/section-text";
import text from "../../_text/post-text.module.css";
import { EditorCitations } from "../text/citation-view";
import styles from "./tools.module.css";

const KINDS = {
  question: "A question",
  fact: "A fact",
  scene: "A scene",
} as const satisfies Record<OpeningKind, string>;

type OpeningChoicesProps = {
  openings: readonly Opening[];
  chosen: Opening | null;
  onChoose: (opening: Opening) => void;
};

/** The openings side by side, each to be chosen. */
export function OpeningChoices({ openings, chosen, onChoose }: OpeningChoicesProps) {
  const known = useContext(EditorCitations);
  const citations = numberPreview(known, openings);
  return (
    <ul className={styles.openings}>
      {openings.map((opening) => (
        <li key={opening.markdown} data-chosen={opening === chosen || undefined}>
          <p className={styles.kind}>{KINDS[opening.kind]}</p>
          <div className={`${text.text} ${styles.opening}`}>
            <SectionText markdown={opening.markdown} citations={citations} live={false} />
          </div>
          {opening.doubts.map((doubt) => (
            <p key={doubt} className={styles.doubt}>
              {doubt}
            </p>
          ))}
          <Button
            size="xs"
            variant={opening === chosen ? "filled" : "default"}
            aria-pressed={opening === chosen}
            aria-label={`Choose: ${KINDS[opening.kind].toLowerCase()}`}
            onClick={() => onChoose(opening)}
          >
            {opening === chosen ? "Chosen" : "Choose"}
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Numbered = { passageId: string; number: number };

/** Numbers as the post has them; what it does not cite yet gets the next ones. */
function numberPreview(known: readonly Numbered[], openings: readonly Opening[]) {
  const all = openings.flatMap(({ citations }) => citations);
  const numbers = new Map(known.map(({ passageId, number }) => [passageId, number]));
  return all.map((citation) => {
    const number = numbers.get(citation.passageId) ?? numbers.size + 1;
    numbers.set(citation.passageId, number);
    return { ...citation, number };
  });
}
