import { LIMITS } from "@/lib/limits/registry";
import { describeStatus } from "../../_status/post-status";
import type { LibraryView } from "./use-library-view";

/** Why the list shows no post: there is none, or none has what was asked for, which is said with it. */
export function describeNone({ words, filter }: Omit<LibraryView, "sort">, all: number): string {
  const asked = words.trim();
  const deleted = filter === "deleted";
  if (all === 0 && deleted)
    return `Nothing was deleted in the last ${LIMITS.deletedDays} days. What you delete stays here that long.`;
  if (all === 0) return "There are no posts yet.";
  if (deleted) return `No recently deleted post has “${asked}” in its title or topic.`;
  if (!filter) return `No post has “${asked}” in its title or topic.`;
  const status = `the status “${describeStatus(filter)}”`;
  return asked === ""
    ? `No post has ${status} now.`
    : `No post with ${status} has “${asked}” in its title or topic.`;
}
