"use client";
import { useDebouncedValue } from "@mantine/hooks";
import Link from "next/link";
import { useEffect, useState } from "react";
import { When } from "@/app/_ui/when";
import { topicWords } from "@/lib/blog/library/schema";
import type { PostSummary } from "@/lib/blog/schema";
import { searchPosts } from "../../_library/post-requests";
import { PostStatusTag } from "../../_status/post-status";
import styles from "../new-post.module.css";
import { UseItsSources } from "./use-its-sources";

const PAUSE_MS = 500;

type SameTopicProps = {
  topic: string;
  /** What the searches of a new post would cost, in US dollars. */
  searchUsd: number;
  /** What a post has found is used again, in place of a new one. */
  onUsed: () => void;
};

/** Says, before anything is paid, that a post on the same topic exists, and offers its sources. */
export function SameTopic({ topic, searchUsd, onUsed }: SameTopicProps) {
  const [words] = useDebouncedValue(topicWords(topic), PAUSE_MS);
  const [found, setFound] = useState<PostSummary | null>(null);
  useEffect(() => {
    setFound(null);
    if (words.length < 3) return;
    const controller = new AbortController();
    void searchPosts(words, null, controller.signal).then((posts) => {
      const isSame = ({ topic: asked, title }: PostSummary) =>
        [asked, title].some((name) => name && topicWords(name) === words);
      const same = posts.find(isSame);
      if (!controller.signal.aborted) setFound(same ?? null);
    });
    return () => controller.abort();
  }, [words]);
  return (
    <div aria-live="polite" className={styles.same}>
      {found && (
        <>
          <p>
            You have a post on this topic: <Link href={`/posts/${found.id}`}>{found.title}</Link>,
            begun <When iso={found.createdAt} />. <PostStatusTag status={found.status} />
          </p>
          <UseItsSources key={found.id} post={found} searchUsd={searchUsd} onUsed={onUsed} />
        </>
      )}
    </div>
  );
}
