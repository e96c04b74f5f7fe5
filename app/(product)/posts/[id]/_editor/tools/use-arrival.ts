"use client";
import { useEffect, useRef } from "react";

/** A panel that has just opened: brings it into view, with its section where both fit, and the focus into it. */
export function useArrival<Panel extends HTMLElement>() {
  const panel = useRef<Panel>(null);
  useEffect(() => {
    // Behind the effect of the menu that closes, which gives the focus back a moment later, where nobody else has
    // taken it; and before anything that is typed, which would go to another field.
    queueMicrotask(() => {
      panel.current
        ?.querySelector<HTMLElement>("textarea, input, button")
        ?.focus({ preventScroll: true });
      panel.current?.closest("section[id]")?.scrollIntoView({ block: "nearest" });
      panel.current?.scrollIntoView({ block: "nearest" });
    });
  }, []);
  return panel;
}
