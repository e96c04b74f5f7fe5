"use client";
import { useContext, useMemo } from "react";
import { EditorCitations, NumberWith } from "../text/citation-view";
import type { SectionChange } from "../text/number-draft";
import { DiffText } from "./diff-text";

type SectionDiffProps = { before: string; change: SectionChange };

/**
 * What a proposal would change of its section. Marks carry the numbers that they will have on the page
 * once it is accepted; those that go, the ones they have now.
 */
export function SectionDiff({ before, change }: SectionDiffProps) {
  const numberWith = useContext(NumberWith);
  const now = useContext(EditorCitations);
  const citations = useMemo(() => {
    const then = numberWith(change);
    const stays = new Set(then.map(({ passageId }) => passageId));
    return [...then, ...now.filter(({ passageId }) => !stays.has(passageId))];
  }, [numberWith, now, change]);
  return (
    <EditorCitations value={citations}>
      <DiffText before={before} after={change.markdown} label="What would change" />
    </EditorCitations>
  );
}
