"use client";
import type { Proposal } from "@/lib/blog/edit/schema";
import { DiffText } from "../diff/diff-text";
import styles from "../editor.module.css";
import { Arrived } from "./tool-frame";

type ProposedProps = { proposal: Proposal; before: string; note: string };

/** What a proposal would change, and what comes with it. */
export function Proposed({ proposal, before, note }: ProposedProps) {
  const { dropped, sources } = proposal;
  return (
    <Arrived label="Proposal">
      <p className={styles.note} role="status">
        {note} Nothing has changed yet.
      </p>
      <DiffText before={before} after={proposal.markdown} label="What would change" />
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
