import { z } from "zod";
import { type OutlineDraft, outlineDraft } from "./outline-draft";

const kept = z.object({ proposal: z.string(), draft: outlineDraft });

/** What this browser keeps of an edit of this very proposal; null without one. */
export function readKeptDraft(name: string, proposal: OutlineDraft): OutlineDraft | null {
  try {
    const parsed = kept.safeParse(JSON.parse(localStorage.getItem(name) ?? "null"));
    return parsed.success && parsed.data.proposal === JSON.stringify(proposal)
      ? parsed.data.draft
      : null;
  } catch {
    return null;
  }
}

/** Keeps an edit in this browser until the outline is approved. */
export function keepDraft(name: string, proposal: OutlineDraft, draft: OutlineDraft): void {
  try {
    localStorage.setItem(name, JSON.stringify({ proposal: JSON.stringify(proposal), draft }));
  } catch {
    // A browser without storage forgets the edit with the page.
  }
}

/** Forgets the edit of an outline that is approved. */
export function forgetDraft(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // A browser without storage has nothing to forget.
  }
}
