"use client";
import type { SaveState } from "./editing-session";
import styles from "./save-line.module.css";

/** How saving stands, read out when it changes. */
export function SaveLine({ state, theirs }: { state: SaveState; theirs: boolean }) {
  return (
    <p className={styles.line} aria-live="polite" data-kind={theirs ? "failed" : state.kind}>
      {theirs ? "Not saved: there is a newer version." : describe(state)}
    </p>
  );
}

function describe(state: SaveState): string {
  if (state.kind === "failed") return `Not saved: ${state.message}`;
  return { saved: "Saved", saving: "Saving…", unsaved: "Not saved yet" }[state.kind];
}
