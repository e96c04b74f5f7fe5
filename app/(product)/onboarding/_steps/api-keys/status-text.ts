import type { KeyStatus } from "@/lib/providers/schema";

/** What the last check of a saved key found, in a word or two. */
export const STATUS_TEXT = {
  valid: "Accepted",
  invalid: "Rejected: replace it",
  unknown: "Unverified",
} satisfies Record<KeyStatus, string>;
