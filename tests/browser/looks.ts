/** How a page is looked at: width in CSS pixels and colour scheme, each of both in the first two. */
export const LOOKS = [
  [1280, "light"],
  [390, "dark"],
  [1280, "dark"],
  [390, "light"],
] as const;
