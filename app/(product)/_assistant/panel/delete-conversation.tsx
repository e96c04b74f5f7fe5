import { useState } from "react";
import styles from "./panel.module.css";

/** Once, as it appears: the focus is not taken again while an answer streams. */
const focus = (button: HTMLButtonElement | null) => button?.focus();

/** Asks once before a conversation is gone for good. */
export function DeleteConversation({ onDelete }: { onDelete: () => void }) {
  const [asks, setAsks] = useState(false);
  if (!asks)
    return (
      <button type="button" className={styles.link} onClick={() => setAsks(true)}>
        Delete conversation
      </button>
    );
  return (
    <span>
      Delete it for good?{" "}
      <button type="button" className={styles.link} onClick={onDelete}>
        Delete
      </button>{" "}
      <button type="button" className={styles.link} ref={focus} onClick={() => setAsks(false)}>
        Keep it
      </button>
    </span>
  );
}
