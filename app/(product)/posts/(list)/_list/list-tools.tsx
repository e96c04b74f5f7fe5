"use client";
import { CloseButton, NativeSelect, TextInput } from "@mantine/core";
import type { KeyboardEvent, RefObject } from "react";
import { SearchIcon } from "@/app/_ui/icons";
import type { ListFilter } from "@/lib/blog/library/schema";
import { POST_STATUSES, type PostSummary } from "@/lib/blog/schema";
import { describeStatus } from "../../_status/post-status";
import { moveBetweenRows } from "./move-between-rows";
import styles from "./post-list.module.css";
import { LIST_SORTS, type ListSort } from "./sort-posts";

type ListToolsProps = {
  words: string;
  filter: ListFilter | null;
  posts: PostSummary[];
  deleted: number;
  search: RefObject<HTMLInputElement | null>;
  onWords: (words: string) => void;
  onFilter: (value: string) => void;
  sort: ListSort;
  onSort: (value: string) => void;
};

/**
 * The search field, with a button that empties it once there are words in it, and the filter. Escape
 * empties the field, the arrow down leads to the posts.
 */
export function ListTools({ words, filter, sort, posts, deleted, search, ...on }: ListToolsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") on.onWords("");
    else moveBetweenRows(event);
  };
  return (
    <search className={styles.tools}>
      <TextInput
        ref={search}
        type="search"
        className={styles.search}
        leftSection={<SearchIcon />}
        rightSection={
          words !== "" && (
            <CloseButton
              size="sm"
              aria-label="Clear the search"
              onClick={() => {
                on.onWords("");
                search.current?.focus();
              }}
            />
          )
        }
        aria-label="Search your posts"
        placeholder="Search your posts"
        value={words}
        onChange={(event) => on.onWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <NativeSelect
        aria-label="Show posts with status"
        value={filter ?? "all"}
        onChange={(event) => on.onFilter(event.currentTarget.value)}
        data={listChoices(posts, deleted)}
      />
      <NativeSelect
        aria-label="Order"
        value={sort}
        disabled={filter === "deleted"}
        onChange={(event) => on.onSort(event.currentTarget.value)}
        data={Object.entries(LIST_SORTS).map(([value, { label }]) => ({ value, label }))}
      />
    </search>
  );
}

/** Every status with the number of its posts, and what was deleted. */
function listChoices(posts: PostSummary[], deleted: number) {
  const count = (status: string) => posts.filter((post) => post.status === status).length;
  return [
    { value: "all", label: "Every status" },
    ...POST_STATUSES.map((status) => ({
      value: status,
      label: `${describeStatus(status)} (${count(status)})`,
    })),
    { value: "deleted", label: `Recently deleted (${deleted})` },
  ];
}
