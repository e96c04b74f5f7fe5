"use client";
import { useContext, useMemo } from "react";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Proposal } from "@/lib/blog/edit/schema";
import { DiffText } from "../diff/diff-text";
import styles from "../editor.module.css";
import { EditorCitations } from "../text/citation-view";
import { Arrived } from "./tool-frame";

type ProposedProps = { proposal: Proposal; before: string; note: string };

/** What a proposal would change, and what comes with it. */
export function Proposed({ proposal, before, note }: ProposedProps) {
  const { markdown, dropped, sources } = proposal;
  const known = useContext(EditorCitations);
  const citations = useMemo(() => numberNew(known, proposal), [known, proposal]);
  return (
    <Arrived label="Proposal">
      <p className={styles.note} role="status">
        {note} Nothing has changed yet.
      </p>
      <EditorCitations value={citations}>
        <DiffText before={before} after={markdown} label="What would change" />
      </EditorCitations>
      {sources.length > 0 && (
        <p className={styles.note}>
          New sources: {sources.map(({ title }) => title).join("; ")}. They join the post when you
          accept.
        </p>
      )}
      {dropped > 0 && (
        <p className={styles.note}>
          {dropped === 1 ? "One citation" : `${dropped} citations`} of something that was never
          found {dropped === 1 ? "was" : "were"} taken out.
        </p>
      )}
    </Arrived>
  );
}

/** The citations that a proposal brings have the numbers behind those that the post has. */
function numberNew(known: readonly NumberedCitation[], { citations }: Proposal) {
  const last = Math.max(0, ...known.map(({ number }) => number));
  const fresh = citations.filter(
    ({ passageId }, index) =>
      !known.some((one) => one.passageId === passageId) &&
      citations.findIndex((one) => one.passageId === passageId) === index,
  );
  return [...known, ...fresh.map((one, index) => ({ ...one, number: last + index + 1 }))];
}
