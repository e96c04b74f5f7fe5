"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { PostSummary } from "@/lib/blog/schema";
import { DeletedRow } from "./deleted-row";
import { filterPosts } from "./filter-posts";
import { ListCount } from "./list-count";
import { ListTools } from "./list-tools";
import { moveBetweenRows } from "./move-between-rows";
import styles from "./post-list.module.css";
import { PostRow } from "./post-row";
import { LIST_SORTS } from "./sort-posts";
import { TrashRow } from "./trash-row";
import { type LibraryView, useLibraryView } from "./use-library-view";
import { useRefreshWhileWriting } from "./use-refresh-while-writing";
import { useWholeLibrary } from "./use-whole-library";

type PostListProps = {
  posts: PostSummary[];
  deleted: PostSummary[];
  payers: string;
  initial: LibraryView;
};

/** The posts, searched by their words and filtered by their status, and those that were deleted. */
export function PostList({ posts, deleted, payers, initial }: PostListProps) {
  const router = useRouter();
  const { words, filter, sort, setWords, setFilter, setSort, showAll } = useLibraryView(initial);
  const search = useRef<HTMLInputElement>(null);
  const [gone, setGone] = useState<PostSummary[]>([]);
  const all = useWholeLibrary(posts, words, filter);
  useRefreshWhileWriting(posts);
  const isGone = ({ id }: PostSummary) => gone.some((post) => post.id === id);
  const trash = filter === "deleted";
  const listed = trash
    ? deleted
    : [...all.filter((post) => !isGone(post)), ...gone].sort(LIST_SORTS[sort].compare);
  const shown = filterPosts(listed, { words, filter, isGone });
  const forget = (id: string) => {
    setGone((old) => old.filter((post) => post.id !== id));
    router.refresh();
  };
  return (
    <>
      <ListTools
        {...{ words, filter, sort, posts, search }}
        deleted={deleted.length}
        onWords={setWords}
        onFilter={setFilter}
        onSort={setSort}
      />
      <ul className={styles.list} onKeyDown={moveBetweenRows}>
        {shown.map((post) => {
          const over = () => forget(post.id);
          if (trash && post.deletedAt)
            return (
              <TrashRow key={post.id} post={post} deletedAt={post.deletedAt} onRestored={over} />
            );
          if (isGone(post))
            return <DeletedRow key={post.id} post={post} onRestored={over} onOver={over} />;
          return (
            <PostRow key={post.id} post={post} onDeleted={() => setGone((old) => [...old, post])} />
          );
        })}
      </ul>
      <ListCount
        shown={shown.filter((post) => !isGone(post))}
        all={listed.filter((post) => !isGone(post))}
        view={{ words, filter }}
        payers={payers}
        onShowAll={() => {
          showAll();
          search.current?.focus();
        }}
      />
    </>
  );
}
