import type { Metadata } from "next";
import { requirePageUser } from "@/app/_session/require-page-user";
import { LinkButton } from "@/app/_ui/link-button";
import { yourKeys } from "@/app/_ui/money";
import { listPosts } from "@/lib/blog/list-posts";
import { listProviderCards } from "@/lib/providers/list-provider-cards";
import { NoPosts } from "./_list/no-posts";
import { PostList } from "./_list/post-list";
import styles from "./_list/post-list.module.css";

export const metadata: Metadata = { title: "Posts" };

/** Every post of the user, newest first. */
export default async function PostsPage() {
  const posts = await listPosts(await requirePageUser());
  const payers = listProviderCards().filter((card) => card.required);
  return (
    <>
      <div className={styles.top}>
        <h1 className={styles.title}>Posts</h1>
        {posts.length > 0 && <LinkButton href="/posts/new">New post</LinkButton>}
      </div>
      {posts.length > 0 ? (
        <PostList posts={posts} payers={yourKeys(payers.map((card) => card.name))} />
      ) : (
        <NoPosts />
      )}
    </>
  );
}
