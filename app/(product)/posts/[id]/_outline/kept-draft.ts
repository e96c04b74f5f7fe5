import { z } from "zod";
import { readStored, store } from "@/app/_ui/browser-store";
import { type OutlineDraft, outlineDraft } from "./outline-draft";

const kept = z.object({ proposal: z.string(), draft: outlineDraft });

/** What this browser keeps of an edit of this very proposal; null without one. */
export function readKeptDraft(name: string, proposal: OutlineDraft): OutlineDraft | null {
  const found = readStored(name, kept);
  return found?.proposal === JSON.stringify(proposal) ? found.draft : null;
}

/** Keeps an edit in this browser until the outline is approved. */
export function keepDraft(name: string, proposal: OutlineDraft, draft: OutlineDraft): void {
  store(name, { proposal: JSON.stringify(proposal), draft });
}
