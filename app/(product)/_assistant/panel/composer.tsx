import { Button } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { LIMITS } from "@/lib/limits/registry";
import styles from "./panel.module.css";
import type { Chat } from "./use-chat";

type ComposerProps = { chat: Chat; disabled: boolean; starters: readonly string[] };

/** The field for the next message. Enter sends, Shift and Enter makes a line. */
export function Composer({ chat, disabled, starters }: ComposerProps) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const { isReady, isRunning } = chat;
  const mayWrite = isReady && !disabled;
  const maySend = mayWrite && !isRunning && text.trim() !== "";
  useEffect(() => field.current?.focus(), []);
  const stop = () => {
    chat.stop();
    field.current?.focus();
  };
  const send = () => {
    if (!maySend) return;
    chat.send(text.trim());
    setText("");
    field.current?.focus();
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {starters.length > 0 && mayWrite && (
        <ul className={styles.starters} aria-label="You could ask">
          {starters.map((starter) => (
            <li key={starter}>
              <button
                type="button"
                className={styles.starter}
                onClick={() => {
                  setText(starter.replace("…", ""));
                  field.current?.focus();
                }}
              >
                {starter}
              </button>
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={field}
        className={styles.field}
        aria-label="Message to the assistant"
        placeholder={isReady ? "Ask, or say what to do" : "Opening the conversation…"}
        rows={3}
        maxLength={LIMITS.assistantMessageCharacters}
        value={text}
        disabled={disabled}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowUp" && text === "") focusNewestWaiting(event);
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className={styles.row}>
        {isRunning ? (
          <Button type="button" size="compact-sm" variant="default" onClick={stop}>
            Stop
          </Button>
        ) : (
          <Button type="submit" size="compact-sm" disabled={!maySend}>
            Send
          </Button>
        )}
      </div>
    </form>
  );
}

/** From the empty field the up arrow leads to what waits: there Tab accepts and Escape refuses. */
function focusNewestWaiting(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const panel = event.currentTarget.closest("aside");
  const newest = [...(panel?.querySelectorAll<HTMLElement>("[data-waiting]") ?? [])].at(-1);
  if (!newest) return;
  event.preventDefault();
  newest.focus();
}
