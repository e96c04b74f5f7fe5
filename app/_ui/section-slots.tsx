"use client";
import { useCallback, useSyncExternalStore } from "react";

type Slots = ReadonlyMap<string, HTMLElement>;
let slots: Slots = new Map();
const NONE: Slots = new Map();
const listeners = new Set<() => void>();

function change(next: Slots): void {
  slots = next;
  for (const tell of listeners) tell();
}

/** A place at a section of a post, where others may show what belongs to it. */
export function SectionSlot({ sectionId }: { sectionId: string }) {
  const place = useCallback(
    (element: HTMLElement | null) => {
      const others = [...slots].filter(([id]) => id !== sectionId);
      change(new Map(element ? [...others, [sectionId, element]] : others));
    },
    [sectionId],
  );
  return <div ref={place} />;
}

/** The places that there are on this page, by the id of their section. */
export function useSectionSlots(): Slots {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => slots,
    () => NONE,
  );
}
