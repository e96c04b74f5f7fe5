"use client";
import { useDebouncedValue } from "@mantine/hooks";
import Link from "next/link";
import { useEffect, useState } from "react";
import { When } from "@/app/_ui/when";
import { topicWords } from "@/lib/blog/library/schema";
import type { PostSummary } from "@/lib/blog/schema";
import { searchPosts } from "../_library/post-requests";
import { PostStatusTag } from "../_status/post-status";
import styles from "./new-post.module.css";

const PAUSE_MS = 500;

/** Says, before anything is paid, that a post on the same topic exists. */
export function SameTopic({ topic }: { topic: string }) {
  const [words] = useDebouncedValue(topicWords(topic), PAUSE_MS);
  const [found, setFound] = useState<PostSummary | null>(null);
  useEffect(() => {
    setFound(null);
    if (words.length < 3) return;
    const controller = new AbortController();
    void searchPosts(words, null, controller.signal).then((posts) => {
      const same = posts.find((post) => topicWords(post.topic) === words);
      if (!controller.signal.aborted) setFound(same ?? null);
    });
    return () => controller.abort();
  }, [words]);
  return (
    <div aria-live="polite" className={styles.same}>
      {found && (
        <p>
          You have a post on this topic: <Link href={`/posts/${found.id}`}>{found.title}</Link>,
          begun <When iso={found.createdAt} />. <PostStatusTag status={found.status} />
        </p>
      )}
    </div>
  );
}
