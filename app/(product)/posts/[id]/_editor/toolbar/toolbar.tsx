"use client";
import { type Editor, useEditorState } from "@tiptap/react";
import type { KeyboardEvent, ReactNode } from "react";
import { LinkButton } from "./link-button";
import styles from "./toolbar.module.css";
import { TOOLBAR_ICONS } from "./toolbar-icons";

type ToolButton = {
  id: keyof typeof TOOLBAR_ICONS;
  name: string;
  keys: string;
  run: (editor: Editor) => void;
  isOn?: (editor: Editor) => boolean;
};

const BUTTONS: ToolButton[] = [
  {
    id: "bold",
    name: "Bold",
    keys: "Ctrl+B",
    run: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive("bold"),
  },
  {
    id: "italic",
    name: "Italic",
    keys: "Ctrl+I",
    run: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive("italic"),
  },
  {
    id: "code",
    name: "Code",
    keys: "Ctrl+E",
    run: (editor) => editor.chain().focus().toggleCode().run(),
    isOn: (editor) => editor.isActive("code"),
  },
  {
    id: "heading",
    name: "Subheading",
    keys: "Ctrl+Alt+3",
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isOn: (editor) => editor.isActive("heading"),
  },
  {
    id: "bullets",
    name: "List",
    keys: "Ctrl+Shift+8",
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive("bulletList"),
  },
  {
    id: "numbers",
    name: "Numbered list",
    keys: "Ctrl+Shift+7",
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive("orderedList"),
  },
  {
    id: "quote",
    name: "Quotation",
    keys: "Ctrl+Shift+B",
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive("blockquote"),
  },
  {
    id: "undo",
    name: "Undo",
    keys: "Ctrl+Z",
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    id: "redo",
    name: "Redo",
    keys: "Ctrl+Shift+Z",
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

type ToolbarProps = {
  editor: Editor | null;
  /** More buttons behind its own, which the arrow keys reach as well. */
  children?: ReactNode;
};

/** Formats the section that is being written in. Arrow keys go from button to button. */
export function Toolbar({ editor, children }: ToolbarProps) {
  const on = useEditorState({ editor, selector: ({ editor: current }) => readState(current) });
  return (
    <div
      role="toolbar"
      aria-label="Format the text"
      className={styles.toolbar}
      onKeyDown={moveFocus}
    >
      {BUTTONS.map(({ id, name, keys, run, isOn }, index) => (
        <button
          key={id}
          type="button"
          className={styles.tool}
          tabIndex={index === 0 ? 0 : -1}
          aria-label={name}
          aria-pressed={isOn ? (on?.[id] ?? false) : undefined}
          aria-disabled={editor === null || undefined}
          title={`${name} (${keys})`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => editor && !editor.isDestroyed && run(editor)}
        >
          {TOOLBAR_ICONS[id]}
        </button>
      ))}
      <LinkButton editor={editor} />
      {children}
    </div>
  );
}

function readState(editor: Editor | null): Record<string, boolean> | null {
  if (!editor || editor.isDestroyed) return null;
  return Object.fromEntries(BUTTONS.map(({ id, isOn }) => [id, isOn?.(editor) ?? false]));
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}
