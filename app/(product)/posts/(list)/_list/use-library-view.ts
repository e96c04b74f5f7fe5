"use client";
import { useEffect, useState } from "react";
import type { ListFilter } from "@/lib/blog/library/schema";
import { readFilter } from "./read-filter";
import { type ListSort, readSort } from "./sort-posts";

/** What the list shows: posts with these words and, unless null, of this kind, in this order. */
export type LibraryView = { words: string; filter: ListFilter | null; sort: ListSort };

/** The view of the list, kept in the address so that going back and reloading find it again. */
export function useLibraryView(initial: LibraryView) {
  const [view, setView] = useState(initial);
  useEffect(() => {
    const query = new URLSearchParams();
    if (view.words) query.set("q", view.words);
    if (view.filter) query.set("status", view.filter);
    if (view.sort !== "newest") query.set("sort", view.sort);
    const address = query.size > 0 ? `/posts?${query}` : "/posts";
    if (address !== `${location.pathname}${location.search}`)
      window.history.replaceState(null, "", address);
  }, [view]);
  return {
    ...view,
    setWords: (words: string) => setView((old) => ({ ...old, words })),
    setSort: (value: string) => setView((old) => ({ ...old, sort: readSort(value) })),
    showAll: () => setView((old) => ({ ...old, words: "", filter: null })),
    setFilter: (value: string) => setView((old) => ({ ...old, filter: readFilter(value) })),
  };
}
