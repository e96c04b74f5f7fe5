"use client";
import { useFocusWithin } from "@mantine/hooks";
import { type Editor, useEditorState } from "@tiptap/react";
import type { ReactNode } from "react";
import styles from "./selection.module.css";
import { TOOLBAR_ICONS } from "./toolbar-icons";

/** The most characters of a selection that an instruction quotes. */
const MOST_CHARACTERS = 600;
/** How wide the bar is at most, in pixels: it never hangs over the right edge of the text. */
const WIDTH = 210;

type SelectionBarProps = {
  editor: Editor | null;
  /** Opens the rewrite for the selected words. */
  onRewrite: (words: string) => void;
  children: ReactNode;
};

/** The text of a section; selected words bring a small bar with what can be done with them. */
export function SelectionBar({ editor, onRewrite, children }: SelectionBarProps) {
  const { ref, focused } = useFocusWithin<HTMLDivElement>();
  const selected = useEditorState({ editor, selector: ({ editor: now }) => measure(now) });
  return (
    <div ref={ref} className={styles.around}>
      {children}
      {editor && focused && selected && (
        <div
          role="toolbar"
          aria-label="Selected words"
          className={styles.bar}
          style={{ top: selected.top, left: selected.left }}
        >
          <BarButton name="Bold" onClick={() => editor.chain().focus().toggleBold().run()}>
            {TOOLBAR_ICONS.bold}
          </BarButton>
          <BarButton name="Italic" onClick={() => editor.chain().focus().toggleItalic().run()}>
            {TOOLBAR_ICONS.italic}
          </BarButton>
          <BarButton onClick={() => onRewrite(selected.words)}>Rewrite this…</BarButton>
        </div>
      )}
    </div>
  );
}

type BarButtonProps = { name?: string; onClick: () => void; children: ReactNode };

/** Leaves the selection as it is. */
function BarButton({ name, onClick, children }: BarButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={name}
      title={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** The selected words and the place beneath them, in pixels of the text; null without any. */
function measure(editor: Editor | null) {
  if (!editor || editor.isDestroyed || !editor.isEditable) return null;
  const { state, view } = editor;
  const { from, to, empty } = state.selection;
  const words = state.doc.textBetween(from, to, " ").replace(/\s+/g, " ").trim();
  if (empty || words === "") return null;
  const box = view.dom.getBoundingClientRect();
  const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to)];
  const furthest = Math.max(0, box.width - WIDTH);
  const left = Math.min(Math.max(0, start.left - box.left), furthest);
  return { words: words.slice(0, MOST_CHARACTERS), top: end.bottom - box.top + 6, left };
}
