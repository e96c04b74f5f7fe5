import { LIST_FILTERS, type ListFilter } from "@/lib/blog/library/schema";

/** A filter as an address or a field names it; anything else is none. */
export function readFilter(value: unknown): ListFilter | null {
  return LIST_FILTERS.find((filter) => filter === value) ?? null;
}
