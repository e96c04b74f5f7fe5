import { type PostDraft, postDraft } from "./post-draft";

/** The form as this browser has kept it; null without one that can be read. */
export function readKeptDraft(name: string): PostDraft | null {
  try {
    const parsed = postDraft.safeParse(JSON.parse(localStorage.getItem(name) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps the form in this browser until its post is begun. */
export function keepDraft(name: string, draft: PostDraft): void {
  try {
    localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // A browser without storage forgets the form with the page.
  }
}

/** Forgets the form of a post that is begun, or that its user does not want. */
export function forgetDraft(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // A browser without storage has nothing to forget.
  }
}
