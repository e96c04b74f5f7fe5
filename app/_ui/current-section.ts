import { useSyncExternalStore } from "react";

let current: string | undefined;
const listeners = new Set<() => void>();

/** Says which section of the post on this page has the cursor. */
export function setCurrentSection(id: string | undefined): void {
  if (id === current) return;
  current = id;
  for (const tell of listeners) tell();
}

/** The section that had the cursor last. */
export function useCurrentSection(): string | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => current,
    () => undefined,
  );
}
