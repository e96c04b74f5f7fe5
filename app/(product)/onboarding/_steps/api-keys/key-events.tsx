import { Button } from "@mantine/core";
import { When } from "@/app/_ui/when";
import type { KeyTimeline } from "@/lib/keys/schema";
import styles from "./api-keys.module.css";
import { describeEvent } from "./describe-event";

/** Events that are seen without asking for more. */
const FOLDED = 3;

type KeyEventsProps = {
  events: KeyTimeline["events"];
  /** Whether there are earlier ones, which were not asked for yet. */
  more: boolean;
  names: Record<string, string>;
  open: boolean;
  onToggle: () => void;
};

/** The newest events, and the rest of them behind one press, which leads on to the first of the rest. */
export function KeyEvents({ events, more, names, open, onToggle }: KeyEventsProps) {
  const shown = open ? events : events.slice(0, FOLDED);
  return (
    <>
      <ol className={styles.events} id="key-events">
        {shown.map((event, index) => (
          <li
            key={event.id}
            className={styles.event}
            data-event={event.event}
            {...(index === FOLDED && { ref: focusItem, tabIndex: -1 })}
          >
            <span>{describeEvent(event, names)}</span>
            <When iso={event.at} />
          </li>
        ))}
      </ol>
      {events.length > FOLDED && (
        <Button
          size="xs"
          variant="default"
          aria-expanded={open}
          aria-controls="key-events"
          onClick={onToggle}
        >
          {open
            ? `Show the newest ${FOLDED} only`
            : `Show ${more ? "the newest" : "all"} ${events.length}`}
        </Button>
      )}
    </>
  );
}

/** Said once, when the item comes: whoever reads with keys or ears goes on where the list goes on. */
function focusItem(item: HTMLLIElement | null): void {
  item?.focus();
}
