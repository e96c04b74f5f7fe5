"use client";
import { useLocalStorage } from "@mantine/hooks";
import { createContext, useEffect, useMemo, useRef, useState } from "react";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Continuation } from "@/lib/blog/edit/schema";
import type { Citation } from "@/lib/blog/schema";
import type { Editing } from "../saving/use-editing";
import { numberBeside } from "../text/number-beside";
import { numberDraft } from "../text/number-draft";

/** Forgotten when its owner signs out: it spends on whosever key is next. */
const STORED = "alwrity-suggest";

/** What the sections of one editor share about suggestions. */
export type Suggesting = {
  postId: string;
  /** A pause in writing asks for one. */
  automatic: boolean;
  /** One has failed: none is asked for until its owner asks. */
  paused: boolean;
  toggle: () => void;
  setPaused: (paused: boolean) => void;
  /** Makes sure that the server knows a section. False when it could not be saved. */
  prepare: (sectionId: string) => Promise<boolean>;
  /** What a suggestion cites, with the numbers of its marks beside those of the post. */
  number: (next: Continuation) => NumberedCitation[];
  /** Keeps the citations of a suggestion that was taken, for the numbers of its marks. */
  cite: (citations: Citation[]) => void;
};

export const SuggestingContext = createContext<Suggesting | null>(null);

/** Suggestions for one post: off until they are switched on in this browser. */
export function useSuggesting(
  editing: Editing,
  known: readonly Citation[],
  cite: (citations: Citation[]) => void,
): Suggesting {
  const [automatic, setAutomatic] = useLocalStorage({ key: STORED, defaultValue: false });
  const [paused, setPaused] = useState(false);
  const latest = useRef({ editing, known, cite });
  useEffect(() => {
    latest.current = { editing, known, cite };
  });
  return useMemo(
    () => ({
      postId: editing.base.id,
      automatic,
      paused,
      setPaused,
      toggle: () => {
        setPaused(false);
        setAutomatic(!automatic);
      },
      prepare: async (sectionId) => {
        const { base, session } = latest.current.editing;
        if (base.document.sections.some(({ id }) => id === sectionId)) return true;
        return (await session.save()) !== null;
      },
      number: (next) => numberNext(latest.current, next),
      cite: (citations) => latest.current.cite(citations),
    }),
    [editing.base.id, automatic, paused, setAutomatic],
  );
}

function numberNext(
  { editing, known }: { editing: Editing; known: readonly Citation[] },
  { markdown, citations }: Continuation,
): NumberedCitation[] {
  const draft = { document: editing.base.document, sections: editing.draft.sections, known };
  const numbers = numberBeside(numberDraft(draft), markdown);
  return citations.map((one) => ({ ...one, number: numbers.get(one.passageId) ?? 0 }));
}
