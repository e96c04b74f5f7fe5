"use client";
import { Button, TextInput } from "@mantine/core";
import type { Editor } from "@tiptap/react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { LIMITS } from "@/lib/limits/registry";
import { SUGGESTION_COST } from "../suggesting/suggestion-price";
import styles from "./slash.module.css";
import { usePlaceAtCursor } from "./use-place-at-cursor";

type PromptFieldProps = {
  editor: Editor;
  /** What it begins with. */
  wish: string;
  onAsk: (wish: string) => void;
  onLeave: () => void;
};

/** Asks in a sentence for what should stand at the cursor. What comes is shown there, to take or to drop. */
export function PromptField({ editor, onAsk, onLeave, ...given }: PromptFieldProps) {
  const [wish, setWish] = useState(given.wish);
  const form = useRef<HTMLFormElement>(null);
  const place = usePlaceAtCursor(editor, editor.state.selection.head);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wish.trim() !== "") onAsk(wish.trim());
  };
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onLeave();
  };
  return (
    <form
      ref={form}
      className={styles.prompt}
      style={place}
      aria-label="Write at the cursor"
      data-suggestion
      onSubmit={submit}
      onKeyDown={leaveOnEscape}
    >
      <TextInput
        autoFocus
        label="What should be written here?"
        placeholder="How long a page stays in the cache"
        description={`A paragraph from this post's own sources, ${SUGGESTION_COST}. Nothing changes before you take it.`}
        value={wish}
        maxLength={LIMITS.wishCharacters}
        onChange={(event) => setWish(event.currentTarget.value)}
      />
      <p className={styles.buttons}>
        <Button type="submit" size="xs" disabled={wish.trim() === ""}>
          Write it
        </Button>
        <Button size="xs" variant="default" onClick={onLeave}>
          Close
        </Button>
      </p>
    </form>
  );
}
