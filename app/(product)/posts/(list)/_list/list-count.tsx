"use client";
import { Button } from "@mantine/core";
import { Money } from "@/app/_ui/money";
import type { PostSummary } from "@/lib/blog/schema";
import { describeNone } from "./describe-none";
import styles from "./post-list.module.css";
import type { LibraryView } from "./use-library-view";

type ListCountProps = {
  shown: PostSummary[];
  all: PostSummary[];
  view: Omit<LibraryView, "sort">;
  payers: string;
  /** Leaves the search and the filter. */
  onShowAll: () => void;
};

/** How many posts are shown and what they have cost, or why there are none and the way back to all. */
export function ListCount({ shown, all, view, payers, onShowAll }: ListCountProps) {
  const none = shown.length === 0;
  const isNarrowed = view.words !== "" || view.filter !== null;
  return (
    <div className={styles.foot} data-none={none || undefined}>
      <p className={styles.count} aria-live="polite">
        {none ? describeNone(view, all.length) : describeCount(shown.length, all.length, view)}
        {!none && (
          <span>
            <Money usd={shown.reduce((sum, post) => sum + post.costUsd, 0)} /> on {payers}
          </span>
        )}
      </p>
      {none && isNarrowed && (
        <Button variant="default" onClick={onShowAll}>
          Show all posts
        </Button>
      )}
    </div>
  );
}

function describeCount(shown: number, all: number, { filter }: ListCountProps["view"]): string {
  const posts = all === 1 ? "post" : "posts";
  return `${shown} of ${all} ${filter === "deleted" ? "deleted " : ""}${posts}`;
}
