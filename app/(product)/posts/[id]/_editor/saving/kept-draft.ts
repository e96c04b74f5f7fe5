import { z } from "zod";
import { forgetStored, readStored, store } from "@/app/_ui/browser-store";
import type { Draft } from "./draft";

const PREFIX = "alwrity-draft:";
const kept = z.object({
  version: z.number(),
  at: z.string(),
  title: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      markdown: z.string(),
      sourceIds: z.array(z.string()).optional(),
    }),
  ),
});
/** Words that had not reached the server, the version they changed, and when they were written. */
export type KeptDraft = z.infer<typeof kept>;

/** Keeps unsaved words in this browser, so that a reload or a lost connection does not take them. */
export function keepDraft(postId: string, version: number, draft: Draft): void {
  const value: KeptDraft = { version, at: new Date().toISOString(), ...draft };
  store(`${PREFIX}${postId}:${version}`, value);
}

/** The newest words that were kept for a post, if any. */
export function findKeptDraft(postId: string): KeptDraft | null {
  const drafts = listNames(postId).flatMap((name) => readStored(name, kept) ?? []);
  return drafts.toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null;
}

/** A kept draft, without what only its keeping needed. */
export function fromKept({ title, sections }: KeptDraft): Draft {
  return { title, sections };
}

/** Forgets what was kept for a post: it has been saved, or its owner did not want it. */
export function dropKeptDrafts(postId: string): void {
  for (const name of listNames(postId)) forgetStored(name);
}

function listNames(postId: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX}${postId}:`));
  } catch {
    return [];
  }
}
