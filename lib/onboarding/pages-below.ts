/** Which pages below a site's first are worth reading for a user's style and content: words they are picked by. */
export const PAGES_BELOW = ["blog", "about", "guide"] as const;
