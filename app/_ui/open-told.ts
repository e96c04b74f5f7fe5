import { useSyncExternalStore } from "react";

/** Something that one part of a page tells the others: how it is told, and how they hear of it. */
export function openTold<Value>() {
  let current: Value | undefined;
  const listeners = new Set<() => void>();
  const subscribe = (tell: () => void) => {
    listeners.add(tell);
    return () => {
      listeners.delete(tell);
    };
  };
  return {
    tell: (value: Value | undefined): void => {
      if (value === current) return;
      current = value;
      for (const hear of listeners) hear();
    },
    useTold: (): Value | undefined =>
      useSyncExternalStore(
        subscribe,
        () => current,
        () => undefined,
      ),
  };
}
