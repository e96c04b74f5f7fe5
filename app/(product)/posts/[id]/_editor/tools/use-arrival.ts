"use client";
import { useEffect, useRef } from "react";

/** The menu gives the focus back as it closes: after that it is ours, in milliseconds. */
const AFTER_MENU = 50;

/** A panel that has just opened: brings it into view, with its section where both fit, and the focus into it. */
export function useArrival<Panel extends HTMLElement>() {
  const panel = useRef<Panel>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      panel.current
        ?.querySelector<HTMLElement>("textarea, input, button")
        ?.focus({ preventScroll: true });
      panel.current?.closest("section[id]")?.scrollIntoView({ block: "nearest" });
      panel.current?.scrollIntoView({ block: "nearest" });
    }, AFTER_MENU);
    return () => clearTimeout(timer);
  }, []);
  return panel;
}
