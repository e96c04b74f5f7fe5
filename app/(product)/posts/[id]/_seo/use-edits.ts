import { useState } from "react";
import type { Seo } from "@/lib/seo/schema";

/** What is typed over a listing and not saved yet; a field typed back to what it was is no edit. */
export function useEdits(saved: Seo | null) {
  const [typed, setTyped] = useState<Partial<Seo>>({});
  const edits = saved ? onlyChanged(typed, saved) : {};
  return {
    seo: saved && { ...saved, ...edits },
    edits,
    edit: (part: Partial<Seo>) => setTyped((before) => ({ ...before, ...part })),
    discard: () => setTyped({}),
  };
}

function onlyChanged(typed: Partial<Seo>, saved: Seo): Partial<Seo> {
  const before: Record<string, unknown> = saved;
  const changed = Object.entries(typed).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return Object.fromEntries(changed);
}
