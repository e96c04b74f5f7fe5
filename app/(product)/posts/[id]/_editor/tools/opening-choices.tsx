"use client";
import { Button } from "@mantine/core";
import { useContext } from "react";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Opening, OpeningKind } from "@/lib/blog/edit/schema";
import { SectionText } from "../../_run/article/section-text";
import text from "../../_text/post-text.module.css";
import { EditorCitations } from "../text/citation-view";
import { numberBeside } from "../text/number-beside";
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

function numberPreview(known: readonly NumberedCitation[], openings: readonly Opening[]) {
  const numbers = numberBeside(known, ...openings.map(({ markdown }) => markdown));
  return openings.flatMap(({ citations }) =>
    citations.map((one) => ({ ...one, number: numbers.get(one.passageId) ?? 0 })),
  );
}
