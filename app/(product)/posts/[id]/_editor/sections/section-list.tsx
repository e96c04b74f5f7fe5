"use client";
import { Button } from "@mantine/core";
import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { Notice } from "@/app/_ui/messages/notice";
import type { EditReason, Proposal } from "@/lib/blog/edit/schema";
import type { Citation, Verdict } from "@/lib/blog/schema";
import type { DraftSection } from "../saving/draft";
import type { Editing } from "../saving/use-editing";
import {
  addBelow,
  createSectionId,
  mergeWithNext,
  moveSection,
  nameSources,
  patchSection,
  removeSection,
} from "./change-sections";
import { SectionEditor } from "./section-editor";
import styles from "./section-list.module.css";
import type { OutlineAction } from "./section-menu";

type SectionListProps = {
  editing: Editing;
  onFocus: (editor: Editor) => void;
  /** Citations of an accepted proposal, for the numbers of its marks until they are saved. */
  onProposed: (citations: Citation[]) => void;
};
/** What an outline change has done, and the sections to go back to. */
type Done = { what: string; before: DraftSection[]; reason: EditReason };

/** The sections in their order, and what was last done to the outline, with its undo. */
export function SectionList({ editing, onFocus, onProposed }: SectionListProps) {
  const { session, draft, revisions } = editing;
  const [done, setDone] = useState<Done | null>(null);
  const { sections } = draft;
  const { document } = editing.base;
  const before = nameSources(sections, document.sections);
  const chooseSources = ({ id, heading }: DraftSection, sourceIds: string[]) => {
    patch(id, { sourceIds }, "sources");
    setDone({ what: `“${heading}”: its sources were chosen`, before, reason: "sources" });
    void session.save();
  };
  const changeOutline = (id: string, action: OutlineAction) => {
    const heading = sections.find((section) => section.id === id)?.heading ?? "";
    const { next, what, replaced } = applyOutline(sections, id, action);
    setDone({ what: `“${heading}”: ${what}`, before, reason: "outline" });
    session.change((now) => ({ ...now, sections: next }), "outline", replaced);
  };
  const undo = () => {
    if (!done) return;
    const texts = new Map(sections.map(({ id, markdown }) => [id, markdown]));
    const replaced = done.before.filter(({ id, markdown }) => texts.get(id) !== markdown);
    const ids = replaced.map(({ id }) => id);
    session.change((now) => ({ ...now, sections: done.before }), done.reason, ids);
    setDone(null);
  };
  const patch = (id: string, part: Partial<DraftSection>, reason: EditReason, ids?: string[]) => {
    setDone(null);
    session.change(
      (now) => ({ ...now, sections: patchSection(now.sections, id, part) }),
      reason,
      ids,
    );
  };
  const accept = ({ sectionId, markdown, citations }: Proposal) => {
    onProposed(citations);
    patch(sectionId, { markdown }, "tool", [sectionId]);
    void session.save();
  };
  const keepVerdict = (verdict: Verdict) => {
    const others = document.verdicts.filter(({ sectionId }) => sectionId !== verdict.sectionId);
    const judged = { ...document, verdicts: [...others, verdict] };
    session.adopt({ ...editing.base, document: judged });
  };
  return (
    <>
      {sections.map((section, index) => (
        <SectionEditor
          key={section.id}
          section={section}
          revision={revisions[section.id] ?? 0}
          place={{ index, count: sections.length }}
          sources={{ all: document.sources, chosen: before[index]?.sourceIds ?? [] }}
          save={() => session.save()}
          onSources={(sourceIds) => chooseSources(section, sourceIds)}
          onChange={(part) => patch(section.id, part, "heading" in part ? "outline" : "typing")}
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

type OutlineChange = { next: DraftSection[]; what: string; replaced: string[] };

function applyOutline(sections: DraftSection[], id: string, action: OutlineAction): OutlineChange {
  const fresh = { id: createSectionId(), heading: "New section", markdown: "" };
  switch (action) {
    case "up":
      return { next: moveSection(sections, id, -1), what: "moved up", replaced: [] };
    case "down":
      return { next: moveSection(sections, id, 1), what: "moved down", replaced: [] };
    case "add":
      return {
        next: addBelow(sections, id, fresh),
        what: "a section was added below it",
        replaced: [],
      };
    case "merge":
      return {
        next: mergeWithNext(sections, id),
        what: "merged with the next one",
        replaced: [id],
      };
    case "delete":
      return { next: removeSection(sections, id), what: "deleted", replaced: [] };
  }
}
