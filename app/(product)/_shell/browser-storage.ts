const PREFIX = "alwrity:";
/** Unsaved words of posts: they outlive reloads, and go when their owner signs out. */
const DRAFTS = "alwrity-draft:";
/** Whether the editor suggests as one writes: the next user's key must not pay for it unasked. */
const SUGGEST = "alwrity-suggest";

/** The name under which one user's Copilot public key is kept in this browser. */
export function copilotKeyName(userId: string): string {
  return `${PREFIX}${userId}:copilotkit-public-key`;
}

/** Forgets everything this product keeps in the browser, but for names that start with `keep`. */
export function forgetStoredKeys(keep?: string): void {
  try {
    const prefixes = keep ? [PREFIX] : [PREFIX, DRAFTS, SUGGEST];
    const names = Object.keys(localStorage).filter((name) =>
      prefixes.some((prefix) => name.startsWith(prefix)),
    );
    for (const name of names) if (!keep || !name.startsWith(keep)) localStorage.removeItem(name);
  } catch {
    // A browser without storage has nothing to forget.
  }
}

/** Keeps or (with null) removes one value, and tells the page that the Copilot key changed. */
export function keepCopilotKey(userId: string, publicKey: string | null): void {
  const name = copilotKeyName(userId);
  try {
    if (publicKey) localStorage.setItem(name, publicKey);
    else localStorage.removeItem(name);
  } catch {
    // A browser without storage asks the server again on the next page.
  }
  announceCopilotKey();
}

/** Tells the page that the Copilot key may be another one now. */
export function announceCopilotKey(): void {
  window.dispatchEvent(new CustomEvent("copilotkit-key-changed"));
}

/** Forgets what other users left behind on a shared computer. */
export function forgetOtherUsers(userId: string): void {
  forgetStoredKeys(`${PREFIX}${userId}:`);
}
