"use client";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Editor } from "@tiptap/react";
import { useMemo, useState } from "react";
import type { Citation, Post } from "@/lib/blog/schema";
import run from "../_run/page-columns.module.css";
import { EditorRail } from "./editor-rail";
import styles from "./post-editor.module.css";
import { ConflictDialog } from "./saving/conflict-dialog";
import { toDraft } from "./saving/draft";
import { OfferedDraft, useOfferedDraft } from "./saving/offered-draft";
import { SaveLine } from "./saving/save-line";
import { useAutosave } from "./saving/use-autosave";
import { type Editing, useEditing } from "./saving/use-editing";
import { useNewest } from "./saving/use-newest";
import { SectionList } from "./sections/section-list";
import { EditorSources } from "./sources/editor-sources";
import { SuggestNote, SuggestOnce, SuggestToggle } from "./suggesting/suggest-toggle";
import { SuggestingContext, useSuggesting } from "./suggesting/suggesting";
import { EditorCitations } from "./text/citation-view";
import { numberDraft } from "./text/number-draft";
import { TitleField } from "./title/title-field";
import { Toolbar } from "./toolbar/toolbar";
import { useBarHeight } from "./use-bar-height";
import { VersionsPanel } from "./versions/versions-panel";

type PostEditorProps = {
  post: Post;
  /** Leaves the editor with the post as it was saved last. */
  onClose?: (post: Post) => void;
};

/** Once, as the editor opens: the button that opened it is gone. */
const focus = (heading: HTMLElement | null) => heading?.focus({ preventScroll: true });

/** A post as its owner changes it: title, sections and their text, saved as it is written. */
export function PostEditor({ post, onClose }: PostEditorProps) {
  const editing = useEditing(post);
  const { session, draft, base, theirs } = editing;
  const save = () => session.save();
  const { offered, settle } = useOfferedDraft(post);
  useAutosave(editing, offered !== null);
  const [active, setActive] = useState<Editor | null>(null);
  const [proposed, setProposed] = useState<Citation[]>([]);
  const [history, versions] = useDisclosure(false);
  const bar = useBarHeight<HTMLDivElement>();
  const known = useMemo(
    () => [...proposed, ...post.document.citations, ...base.document.citations],
    [base, post, proposed],
  );
  const citations = useMemo(
    () => numberDraft({ document: base.document, sections: draft.sections, known }),
    [draft, base, known],
  );
  const cite = (more: Citation[]) => setProposed((old) => [...more, ...old]);
  const suggesting = useSuggesting(editing, known, cite);
  useNewest(editing);
  const leave = async () => {
    const stored = await save();
    if (stored) onClose?.(stored);
  };
  return (
    <EditorCitations value={citations}>
      <div className={run.page}>
        <aside className={run.rail} aria-label="Outline">
          <EditorRail draft={draft} />
        </aside>
        <div className={run.middle}>
          <h1 ref={focus} tabIndex={-1} className="visually-hidden">
            Edit: {base.document.title}
          </h1>
          <div ref={bar} className={styles.bar}>
            <Toolbar editor={active}>
              <SuggestToggle suggesting={suggesting} />
              <SuggestOnce editor={active} />
            </Toolbar>
            <SaveLine state={editing.save} theirs={theirs !== null} />
            <Button size="xs" variant="default" onClick={versions.open}>
              Versions
            </Button>
            {onClose && (
              <Button size="xs" onClick={() => void leave()}>
                Done
              </Button>
            )}
          </div>
          <SuggestNote suggesting={suggesting} />
          <TitleField
            title={draft.title}
            save={save}
            onChange={(title) => session.change((now) => ({ ...now, title }), "typing")}
            onChoose={(title) => session.change((now) => ({ ...now, title }), "tool")}
          />
          <SuggestingContext value={suggesting}>
            <SectionList editing={editing} onFocus={setActive} onProposed={cite} />
          </SuggestingContext>
        </div>
        <EditorSources
          postId={post.id}
          sources={base.document.sources}
          citations={citations}
          editor={active}
          onCite={(citation) => cite([citation])}
        />
        {history && (
          <VersionsPanel
            post={base}
            draft={draft}
            save={save}
            onRestored={(restored) => {
              versions.close();
              session.replace(restored);
            }}
            onClose={versions.close}
          />
        )}
        {offered && <OfferedDraft offered={offered} editing={editing} onSettled={settle} />}
        {theirs && <Conflict editing={editing} theirs={theirs} />}
      </div>
    </EditorCitations>
  );
}

/** Somebody else was faster: both texts, and the choice. */
function Conflict({ editing, theirs }: { editing: Editing; theirs: Post }) {
  return (
    <ConflictDialog
      title="This post was changed elsewhere"
      explanation="A newer version was saved while you wrote here, perhaps by you in another tab. Nothing was overwritten. Keep yours, and it becomes the newest version while theirs stays in the history; or take theirs, and what you wrote here since your last save goes."
      mine={editing.draft}
      theirs={toDraft(theirs.document)}
      mineLabel="Keep mine as the newest"
      theirsLabel="Take theirs"
      onMine={() => void editing.session.keepMine(theirs)}
      onTheirs={() => editing.session.replace(theirs)}
    />
  );
}
