"use client";
import { Button } from "@mantine/core";
import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { Notice } from "@/app/_ui/notice";
import type { Proposal } from "@/lib/blog/edit/schema";
import type { Citation, Verdict } from "@/lib/blog/schema";
import {
  addBelow,
  createSectionId,
  mergeWithNext,
  moveSection,
  patchSection,
  removeSection,
} from "./change-sections";
import type { Draft } from "./draft";
import styles from "./editor.module.css";
import { SectionEditor } from "./section-editor";
import type { OutlineAction } from "./section-menu";
import type { Editing } from "./use-editing";

type SectionListProps = {
  editing: Editing;
  onFocus: (editor: Editor) => void;
  /** Citations of an accepted proposal, for the numbers of its marks until they are saved. */
  onProposed: (citations: Citation[]) => void;
};
/** What an outline change has done, and the draft to go back to. */
type Done = { what: string; before: Draft };

/** The sections in their order, and what was last done to the outline, with its undo. */
export function SectionList({ editing, onFocus, onProposed }: SectionListProps) {
  const { session, draft, revisions } = editing;
  const [done, setDone] = useState<Done | null>(null);
  const { sections } = draft;

  const changeOutline = (id: string, action: OutlineAction) => {
    const heading = sections.find((section) => section.id === id)?.heading ?? "";
    const { next, what, replaced } = applyOutline(draft, id, action);
    setDone({ what: `“${heading}”: ${what}`, before: draft });
    session.change(next, "outline", replaced);
  };
  const undo = () => {
    if (!done) return;
    const texts = new Map(sections.map(({ id, markdown }) => [id, markdown]));
    const replaced = done.before.sections.filter(({ id, markdown }) => texts.get(id) !== markdown);
    session.change(
      done.before,
      "outline",
      replaced.map(({ id }) => id),
    );
    setDone(null);
  };
  const accept = ({ sectionId, markdown, citations }: Proposal) => {
    onProposed(citations);
    const next = { ...draft, sections: patchSection(sections, sectionId, { markdown }) };
    session.change(next, "tool", [sectionId]);
    void session.save();
  };
  const keepVerdict = (verdict: Verdict) => {
    const { base } = editing;
    const others = base.document.verdicts.filter(
      ({ sectionId }) => sectionId !== verdict.sectionId,
    );
    session.adopt({ ...base, document: { ...base.document, verdicts: [...others, verdict] } });
  };
  return (
    <>
      {sections.map((section, index) => (
        <SectionEditor
          key={section.id}
          section={section}
          revision={revisions[section.id] ?? 0}
          place={{ index, count: sections.length }}
          save={() => session.save()}
          onChange={(patch) => {
            setDone(null);
            const next = { ...draft, sections: patchSection(sections, section.id, patch) };
            session.change(next, "heading" in patch ? "outline" : "typing");
          }}
          onOutline={(action) => changeOutline(section.id, action)}
          onAccept={accept}
          onVerdict={keepVerdict}
          onFocus={onFocus}
        />
      ))}
      <div className={styles.undo} role="status">
        {done && (
          <Notice tone="plain" title={done.what}>
            <Button size="xs" variant="default" onClick={undo}>
              Undo
            </Button>
          </Notice>
        )}
      </div>
    </>
  );
}

type OutlineChange = { next: Draft; what: string; replaced?: string[] };

function applyOutline(draft: Draft, id: string, action: OutlineAction): OutlineChange {
  const { sections } = draft;
  const give = (next: Draft["sections"], what: string, replaced: string[] = []): OutlineChange => {
    return { next: { ...draft, sections: next }, what, replaced };
  };
  switch (action) {
    case "up":
      return give(moveSection(sections, id, -1), "moved up");
    case "down":
      return give(moveSection(sections, id, 1), "moved down");
    case "merge":
      return give(mergeWithNext(sections, id), "merged with the section below it", [id]);
    case "delete":
      return give(removeSection(sections, id), "deleted");
    case "add": {
      const fresh = { id: createSectionId(), heading: "New section", markdown: "" };
      return give(addBelow(sections, id, fresh), "a new section stands below it");
    }
  }
}
