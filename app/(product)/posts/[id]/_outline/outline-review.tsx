"use client";
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { Notice } from "@/app/_ui/messages/notice";
import type { PostDocument } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { ApproveOutline } from "./approve-outline";
import { GrowingField } from "./growing-field";
import { ImproveOutline } from "./improve-outline";
import styles from "./outline.module.css";
import { sumWords } from "./outline-draft";
import { OutlineItem } from "./outline-item";
import { useOutlineDraft } from "./use-outline-draft";
import { WordsLine } from "./words-line";

type OutlineReviewProps = {
  postId: string;
  document: PostDocument;
  /** Under what name the edit is kept in this browser. */
  draftName: string;
  /** How many words the post was asked for with. */
  wordCount: number;
  /** What writing will cost, in US dollars, and on whose keys. */
  estimateUsd: number | null;
  payers: string[];
  onApproved: () => void;
};

/** The outline that a run proposes, to be changed and approved before a word is written. */
export function OutlineReview({ postId, document, draftName, ...rest }: OutlineReviewProps) {
  const { wordCount, ...approve } = rest;
  const { draft, read, change, undo, forget } = useOutlineDraft(draftName, document);
  const [said, setSaid] = useState("");
  const [improving, setImproving] = useState(false);
  const improveButton = useRef<HTMLButtonElement>(null);
  const { sections } = draft;
  const { shares } = sumWords(draft, wordCount);
  const drag = (from: number, to: number) => {
    const key = sections[from]?.key;
    if (key) change({ type: "move", key, by: to - from });
  };
  const closeImprove = () => {
    setImproving(false);
    improveButton.current?.focus();
  };
  return (
    <section aria-labelledby="outline-title">
      <div className={styles.review} data-reading={!read}>
        <h1 id="outline-title" className="visually-hidden">
          The outline of “{document.title}”
        </h1>
        <Notice tone="plain" title="The outline waits for you">
          <p>
            Nothing is written until you approve it. Change what you like: it is kept in this
            browser.
          </p>
        </Notice>
        <GrowingField
          label="Title of the post"
          className={styles.title}
          maxLength={LIMITS.titleCharacters}
          value={draft.title}
          onChange={(title) => change({ type: "retitle", title })}
        />
        <ol className={styles.items}>
          {sections.map((section, index) => (
            <OutlineItem
              key={section.key}
              section={section}
              index={index}
              count={sections.length}
              sources={document.sources}
              share={shares[index] ?? 0}
              onChange={change}
              onDropHere={(from) => drag(from, index)}
              onSay={setSaid}
            />
          ))}
        </ol>
        <div className={styles.tools}>
          <Button
            size="xs"
            variant="default"
            disabled={sections.length >= LIMITS.headings.most}
            onClick={() => change({ type: "add", key: crypto.randomUUID() })}
          >
            Add a heading
          </Button>
          <Button size="xs" variant="default" disabled={!undo} onClick={undo}>
            Undo the last change
          </Button>
          <Button
            ref={improveButton}
            size="xs"
            variant="default"
            aria-expanded={improving}
            onClick={() => setImproving(true)}
          >
            Improve the outline…
          </Button>
        </div>
        {improving && (
          <ImproveOutline
            postId={postId}
            draft={draft}
            sources={document.sources}
            onAccept={(proposed) => {
              change({ type: "replace", sections: proposed });
              setSaid("The outline was replaced by the proposal.");
              closeImprove();
            }}
            onClose={closeImprove}
          />
        )}
        <WordsLine draft={draft} wordCount={wordCount} onShare={() => change({ type: "share" })} />
      </div>
      <ApproveOutline postId={postId} draft={draft} forget={forget} {...approve} />
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </section>
  );
}
