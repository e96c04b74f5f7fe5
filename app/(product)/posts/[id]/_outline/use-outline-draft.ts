"use client";
import { useEffect, useState } from "react";
import { forgetStored } from "@/app/_ui/browser-store";
import type { PostDocument } from "@/lib/blog/schema";
import { keepDraft, readKeptDraft } from "./kept-draft";
import { changeDraft, type OutlineChange, type OutlineDraft, startDraft } from "./outline-draft";

/** The draft after a change; typing in one field is one change, and has the field's `mark`. */
type Step = { draft: OutlineDraft; mark: string | null };

/** An outline under edit: it is kept in this browser under `name`, and every change can be taken back. */
export function useOutlineDraft(name: string, document: PostDocument) {
  const [proposal] = useState(() => startDraft(document));
  const [steps, setSteps] = useState<Step[]>([]);
  const [read, setRead] = useState(false);
  const draft = steps.at(-1)?.draft ?? proposal;
  useEffect(() => {
    const kept = readKeptDraft(name, proposal);
    if (kept) setSteps([{ draft: kept, mark: null }]);
    setRead(true);
  }, [name, proposal]);
  const take = (next: Step[]) => {
    setSteps(next);
    keepDraft(name, proposal, next.at(-1)?.draft ?? proposal);
  };
  const change = (made: OutlineChange) => {
    const mark = markOf(made);
    const goesOn = mark !== null && steps.at(-1)?.mark === mark;
    const before = goesOn ? steps.slice(0, -1) : steps;
    take([...before, { draft: changeDraft(draft, made), mark }]);
  };
  return {
    draft,
    /** False until this browser was asked for an edit: what the server sent may be older. */
    read,
    change,
    undo: steps.length > 0 ? () => take(steps.slice(0, -1)) : undefined,
    forget: () => forgetStored(name),
  };
}

function markOf(change: OutlineChange): string | null {
  if (change.type === "retitle") return "title";
  if (change.type === "words") return `words ${change.key}`;
  return change.type === "rename" ? change.key : null;
}
