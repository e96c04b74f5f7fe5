"use client";
import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { SearchIcon } from "@/app/_ui/icons";
import { Money } from "@/app/_ui/money";
import type { PostStatus, PostSummary } from "@/lib/blog/schema";
import { POST_STATUSES } from "@/lib/blog/schema";
import { describeStatus } from "../../_status/post-status";
import styles from "./post-list.module.css";
import { PostRow } from "./post-row";
import { useRefreshWhileWriting } from "./use-refresh-while-writing";

type Filter = PostStatus | "all";
type PostListProps = { posts: PostSummary[]; payers: string };

/** The posts, searched by their words and filtered by their status. */
export function PostList({ posts, payers }: PostListProps) {
  const [words, setWords] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  useRefreshWhileWriting(posts);
  const shown = posts.filter((post) => isShown(post, words, filter));
  return (
    <>
      <search className={styles.tools}>
        <TextInput
          type="search"
          className={styles.search}
          leftSection={<SearchIcon />}
          aria-label="Search your posts"
          placeholder="Search your posts"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && setWords("")}
        />
        <NativeSelect
          aria-label="Show posts with status"
          value={filter}
          onChange={(event) => setFilter(toFilter(event.currentTarget.value))}
          data={listChoices(posts)}
        />
      </search>
      <ul className={styles.list}>
        {shown.map((post) => (
          <PostRow key={post.id} post={post} />
        ))}
      </ul>
      <p className={styles.count} aria-live="polite">
        {shown.length === 0
          ? "No post matches. Try other words, or show every status."
          : `${shown.length} of ${posts.length} ${posts.length === 1 ? "post" : "posts"}`}
        {shown.length > 0 && (
          <span>
            <Money usd={shown.reduce((sum, post) => sum + post.costUsd, 0)} /> on {payers}
          </span>
        )}
      </p>
    </>
  );
}

function isShown(post: PostSummary, words: string, filter: Filter): boolean {
  const text = `${post.title} ${post.topic}`.toLowerCase();
  const found = words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
  return found && (filter === "all" || post.status === filter);
}

function toFilter(value: string): Filter {
  return POST_STATUSES.find((status) => status === value) ?? "all";
}

/** Only statuses that some post has. */
function listChoices(posts: PostSummary[]) {
  const present = POST_STATUSES.filter((status) => posts.some((post) => post.status === status));
  return [
    { value: "all", label: "Every status" },
    ...present.map((status) => ({ value: status, label: describeStatus(status) })),
  ];
}
