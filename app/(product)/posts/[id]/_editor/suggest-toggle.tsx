"use client";
import { formatUsd, yourKeys } from "@/app/_ui/money";
import type { Suggesting } from "./suggesting";
import styles from "./suggestion.module.css";
import { TOOLBAR_ICONS } from "./toolbar-icons";

/** What one suggestion costs about, in US dollars: some 3,000 tokens in and 100 out. */
const ESTIMATE_USD = 0.001;
const NOTE_ID = "suggest-note";
const PRICE = `about ${formatUsd(ESTIMATE_USD).replace(/0+$/, "")} each on ${yourKeys(["Gemini"])}`;
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
    return `Suggestions are paused after a problem. ${KEYS} asks again, and goes on.`;
  if (automatic)
    return `Suggesting as you write, from this post's own sources: ${PRICE}. Tab takes one, Escape drops it, ${KEYS} asks at any time.`;
  return `“Suggest as I write” is off. It proposes your next words from this post's own sources, ${PRICE}. ${KEYS} asks for one at any time.`;
}
