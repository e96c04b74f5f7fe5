import type { PostSummary } from "@/lib/blog/schema";

type Order = { label: string; compare: (one: PostSummary, other: PostSummary) => number };

/** The orders of the list, by their name in an address. */
export const LIST_SORTS = {
  newest: {
    label: "Newest first",
    compare: (one, other) => other.createdAt.localeCompare(one.createdAt),
  },
  changed: {
    label: "Changed last first",
    compare: (one, other) => other.updatedAt.localeCompare(one.updatedAt),
  },
  title: {
    label: "By title",
    compare: (one, other) => (one.title || one.topic).localeCompare(other.title || other.topic),
  },
  words: { label: "Longest first", compare: (one, other) => wordsOf(other) - wordsOf(one) },
  cost: { label: "Dearest first", compare: (one, other) => other.costUsd - one.costUsd },
} as const satisfies Record<string, Order>;
export type ListSort = keyof typeof LIST_SORTS;

/** An order as an address or a field names it; anything else is the usual one. */
export function readSort(value: unknown): ListSort {
  return typeof value === "string" && isSort(value) ? value : "newest";
}

/** What has no words yet comes after what has. */
function wordsOf({ words }: PostSummary): number {
  return words ?? -1;
}

function isSort(value: string): value is ListSort {
  return Object.hasOwn(LIST_SORTS, value);
}
