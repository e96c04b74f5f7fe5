"use client";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { ListFilter } from "@/lib/blog/library/schema";
import type { PostSummary } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { searchPosts } from "../../_library/post-requests";

const PAUSE_MS = 300;

/**
 * The newest posts, and what the server finds beyond them: the page holds the newest 200 only, and
 * filters those at once.
 */
export function useWholeLibrary(
  posts: PostSummary[],
  words: string,
  filter: ListFilter | null,
): PostSummary[] {
  const [older, setOlder] = useState<PostSummary[]>([]);
  const [asked] = useDebouncedValue(words.trim(), PAUSE_MS);
  const partial = posts.length >= LIMITS.listedPosts;
  useEffect(() => {
    if (!partial || (asked === "" && filter === null)) return;
    const controller = new AbortController();
    void searchPosts(asked, filter, controller.signal).then((found) => {
      if (!controller.signal.aborted) setOlder(found);
    });
    return () => controller.abort();
  }, [partial, asked, filter]);
  const known = new Set(posts.map(({ id }) => id));
  return [...posts, ...older.filter(({ id }) => !known.has(id))];
}
