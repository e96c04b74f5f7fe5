import type { Metadata } from "next";
import { requirePageUser } from "@/app/_session/require-page-user";
import { LinkButton } from "@/app/_ui/link-button";
import { yourKeys } from "@/app/_ui/money";
import { listPosts } from "@/lib/blog/library/list-posts";
import { listProviderCards } from "@/lib/providers/list-provider-cards";
import { NoPosts } from "./_list/no-posts";
import { PostList } from "./_list/post-list";
import styles from "./_list/post-list.module.css";
import { readFilter } from "./_list/read-filter";
import { readSort } from "./_list/sort-posts";

export const metadata: Metadata = { title: "Posts" };

type PostsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every post of the user, newest first. `?q=` and `?status=` are what is looked for, `?sort=` is the order. */
export default async function PostsPage({ searchParams }: PostsPageProps) {
  const { q, status, sort } = await searchParams;
  const user = await requirePageUser();
  const [posts, deleted] = await Promise.all([
    listPosts(user),
    listPosts(user, { status: "deleted" }),
  ]);
  const payers = listProviderCards().filter((card) => card.required);
  const initial = {
    words: typeof q === "string" ? q : "",
    filter: readFilter(status),
    sort: readSort(sort),
  };
  return (
    <>
      <div className={styles.top}>
        <h1 className={styles.title}>Posts</h1>
        {posts.length > 0 && <LinkButton href="/posts/new">New post</LinkButton>}
      </div>
      {posts.length === 0 && <NoPosts />}
      {posts.length + deleted.length > 0 && (
        <PostList
          posts={posts}
          deleted={deleted}
          payers={yourKeys(payers.map((card) => card.name))}
          initial={initial}
        />
      )}
    </>
  );
}
