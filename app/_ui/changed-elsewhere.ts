import { useWindowEvent } from "@mantine/hooks";

const NAME = "alwrity:changed-elsewhere";

/** Tells this page that one of its parts has changed, or proposed, what others show. */
export function tellChange(): void {
  window.dispatchEvent(new Event(NAME));
}

/** Hears of it. */
export function useChangeElsewhere(onChange: () => void): void {
  useWindowEvent(NAME, onChange);
}
