"use client";
import type { Editor } from "@tiptap/react";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Citation, Source } from "@/lib/blog/schema";
import panel from "../../_run/evidence/evidence-panel.module.css";
import { SourceHead } from "../../_run/evidence/source-head";
import { SourcePassages } from "../../_run/evidence/source-passages";
import run from "../../_run/page-columns.module.css";
import { citePassage, sectionOf } from "./cite-passage";
import styles from "./editor-sources.module.css";

type EditorSourcesProps = {
  postId: string;
  sources: Source[];
  /** The citations of the draft, with their numbers. */
  citations: readonly NumberedCitation[];
  /** The section that was written in last. */
  editor: Editor | null;
  /** Tells what a new mark rests on. */
  onCite: (citation: Citation) => void;
};

/** The post's sources beside its text, and the way to cite what was read of them. */
export function EditorSources({ postId, sources, citations, editor, onCite }: EditorSourcesProps) {
  const cite = (source: Source, passage: { id: string; text: string }) => {
    if (!editor || editor.isDestroyed) return;
    onCite(citePassage(source, passage, sectionOf(editor)));
    placeMark(editor, passage.id);
  };
  return (
    <aside className={run.evidence} aria-label="Sources">
      <h2 className={run.railTitle}>
        Sources <span className={panel.number}>{sources.length}</span>
      </h2>
      <p className={panel.none}>
        {editor
          ? "Open what was read of a source: “Cite this” puts its mark where the cursor is."
          : "Put the cursor behind a sentence, then open what was read of a source to cite it."}
      </p>
      <ul className={panel.found}>
        {sources.map((source) => {
          const cited = citations.filter(({ sourceId }) => sourceId === source.id);
          return (
            <li key={source.id} className={panel.foundItem}>
              <SourceHead source={source} citations={cited} />
              <SourcePassages
                postId={postId}
                source={source}
                citations={cited}
                action={(passage) => (
                  <button
                    type="button"
                    className={styles.cite}
                    disabled={editor === null}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => cite(source, passage)}
                  >
                    Cite this
                  </button>
                )}
              />
            </li>
          );
        })}
      </ul>
    </aside>
  );
}

/** Behind the word or the selected words, with a space between. */
function placeMark(editor: Editor, passageId: string): void {
  const { $to, to } = editor.state.selection;
  const before = $to.parent.textBetween(0, $to.parentOffset, undefined, " ");
  const space = before === "" || /\s$/.test(before) ? [] : [{ type: "text", text: " " }];
  const mark = { type: "citation", attrs: { passageId } };
  editor
    .chain()
    .focus()
    .insertContentAt(to, [...space, mark])
    .run();
}
