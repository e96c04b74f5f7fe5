"use client";
import type { Editor } from "@tiptap/react";
import { TOOLBAR_ICONS } from "../toolbar/toolbar-icons";
import { askForGhost } from "./ghost-text";
import type { Suggesting } from "./suggesting";
import styles from "./suggestion.module.css";
import { describeSuggestionCost } from "./suggestion-price";

const NOTE_ID = "suggest-note";
const PRICE = describeSuggestionCost(" each");
const KEYS = "Alt+Enter";

/** Switches suggestions on and off, in the toolbar. */
export function SuggestToggle({ suggesting }: { suggesting: Suggesting }) {
  return (
    <button
      type="button"
      className={styles.toggle}
      tabIndex={-1}
      aria-pressed={suggesting.automatic}
      aria-describedby={NOTE_ID}
      title={`Suggest as I write, ${PRICE}. ${KEYS} asks for one at any time.`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={suggesting.toggle}
    >
      {TOOLBAR_ICONS.suggest}
      <span>Suggest as I write</span>
    </button>
  );
}

/** Asks for one suggestion where the cursor is: what Alt and Enter do, for whoever has no such keys. */
export function SuggestOnce({ editor }: { editor: Editor | null }) {
  const ask = () => {
    if (!editor || editor.isDestroyed) return;
    editor.commands.focus();
    editor.view.dispatch(askForGhost(editor.state));
  };
  return (
    <button
      type="button"
      className={styles.once}
      tabIndex={-1}
      aria-disabled={editor === null || undefined}
      aria-describedby={NOTE_ID}
      title={`Suggest what comes next, ${PRICE} (${KEYS})`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={ask}
    >
      Suggest now
    </button>
  );
}

/** What suggestions are, whose money they cost, and which keys they know. */
export function SuggestNote({ suggesting }: { suggesting: Suggesting }) {
  return (
    <p id={NOTE_ID} className={styles.note}>
      {describe(suggesting)}
    </p>
  );
}

function describe({ automatic, paused }: Suggesting): string {
  if (automatic && paused)
    return `Suggestions are paused after a problem. “Suggest now” (${KEYS}) asks again, and goes on.`;
  if (automatic)
    return `Suggesting as you write, from this post's own sources: ${PRICE}. Tab takes one, Escape drops it, “Suggest now” (${KEYS}) asks at any time.`;
  return `“Suggest as I write” is off. It proposes your next words from this post's own sources, ${PRICE}. “Suggest now” (${KEYS}) asks for one where the cursor is, and “/” in the text writes what you ask for.`;
}
