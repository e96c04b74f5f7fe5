"use client";
import Link from "next/link";
import { Money } from "@/app/_ui/money";
import { When } from "@/app/_ui/when";
import { Opening } from "@/app/_ui/work/opening";
import { topicWords } from "@/lib/blog/library/schema";
import type { PostSummary } from "@/lib/blog/schema";
import { PostMenu } from "../../_library/post-menu";
import { PostStatusTag } from "../../_status/post-status";
import styles from "./post-list.module.css";

type PostRowProps = { post: PostSummary; onDeleted: () => void };

/** One post: its title, what was asked for, its status, length, age and cost, and what can be done with it. */
export function PostRow({ post, onDeleted }: PostRowProps) {
  const title = post.title || post.topic;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Link href={`/posts/${post.id}`} className={styles.link} prefetch={false} data-row>
          {title}
          <Opening />
        </Link>
        {!isRepeated(post) && <p className={styles.topic}>{post.topic}</p>}
      </div>
      <PostStatusTag status={post.status} />
      <span className={styles.length}>{describeLength(post)}</span>
      <span className={styles.when}>
        <When iso={post.createdAt} />
      </span>
      <span className={styles.cost}>
        <span className="visually-hidden">Cost </span>
        <Money usd={post.costUsd} />
      </span>
      <span className={styles.menu}>
        <PostMenu post={{ ...post, title }} onDeleted={onDeleted} />
      </span>
    </li>
  );
}

/** Words are counted when a run ends: until then there may be some, and nobody knows how many. */
function describeLength({ words, status }: PostSummary): string {
  if (words === null && status === "running") return "Not counted yet";
  if (!words) return "No words yet";
  return `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`;
}

/** A topic whose words the title has already says nothing more. */
function isRepeated({ title, topic }: PostSummary): boolean {
  const said = new Set(topicWords(title || topic).split(" "));
  return topicWords(topic)
    .split(" ")
    .every((word) => said.has(word));
}
