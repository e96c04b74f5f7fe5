"use client";
import { Money } from "@/app/_ui/money";
import type { PostSummary } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import styles from "./post-list.module.css";

type ListCountProps = {
  shown: PostSummary[];
  all: PostSummary[];
  trash: boolean;
  payers: string;
};

/** How many posts are shown and what they have cost, or why there are none. */
export function ListCount({ shown, all, trash, payers }: ListCountProps) {
  return (
    <p className={styles.count} aria-live="polite">
      {describe(shown.length, all.length, trash)}
      {shown.length > 0 && (
        <span>
          <Money usd={shown.reduce((sum, post) => sum + post.costUsd, 0)} /> on {payers}
        </span>
      )}
    </p>
  );
}

function describe(shown: number, all: number, trash: boolean): string {
  if (all === 0 && trash)
    return `Nothing was deleted in the last ${LIMITS.deletedDays} days. What you delete stays here that long.`;
  if (all === 0) return "There are no posts yet.";
  if (shown === 0) return "No post matches. Try other words, or show every status.";
  return `${shown} of ${all} ${trash ? "deleted " : ""}${all === 1 ? "post" : "posts"}`;
}
