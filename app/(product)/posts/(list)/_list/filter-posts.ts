import type { PostSummary } from "@/lib/blog/schema";
import type { LibraryView } from "./use-library-view";

type Asked = Pick<LibraryView, "words" | "filter"> & {
  /** Deleted a moment ago: its row stays, with its way back, whatever status is asked for. */
  isGone: (post: PostSummary) => boolean;
};

/** Which of the listed posts have the words that are looked for, and the status that was chosen. */
export function filterPosts(
  listed: readonly PostSummary[],
  { words, filter, isGone }: Asked,
): PostSummary[] {
  const isAsked = (post: PostSummary) =>
    !filter || filter === "deleted" || post.status === filter || isGone(post);
  return listed.filter((post) => hasWords(post, words) && isAsked(post));
}

function hasWords(post: PostSummary, words: string): boolean {
  const text = `${post.title} ${post.topic}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
