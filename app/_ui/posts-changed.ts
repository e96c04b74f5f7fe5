/** The event of the window that tells the bell to ask again. */
export const POSTS_CHANGED = "posts-changed";

/** Tells the bell that a post has begun, ended, gone or come back. */
export function tellPostsChanged(): void {
  window.dispatchEvent(new Event(POSTS_CHANGED));
}
