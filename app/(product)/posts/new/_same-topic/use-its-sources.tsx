"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { formatCents } from "@/app/_ui/money";
import { isResting } from "@/lib/blog/library/schema";
import type { PostSummary } from "@/lib/blog/schema";
import { goBack } from "../../_library/post-requests";
import { fetchPost } from "../../[id]/_editor/saving/editor-requests";
import styles from "../new-post.module.css";

type UseItsSourcesProps = {
  post: PostSummary;
  /** What the searches of a new post would cost, in US dollars. */
  searchUsd: number;
  /** A copy has been made in place of the post that the form is for. */
  onUsed: () => void;
};

/** Offers to write from what a post at rest has found, so that no search is paid twice. */
export function UseItsSources({ post, searchUsd, onUsed }: UseItsSourcesProps) {
  const router = useRouter();
  const found = useSources(post);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (found === 0) return null;
  const start = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await goBack(post.id, "outline");
    if (answer.ok) {
      onUsed();
      return router.push(`/posts/${answer.value.id}`);
    }
    setBusy(false);
    setProblem(answer.problem);
  };
  return (
    <>
      <div className={styles.again}>
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void start()}>
          Use its sources
        </Button>
        <span>
          A copy goes on from the {found === 1 ? "source" : `${found} sources`} found then, with
          what was asked for then. No search is paid again, which saves about{" "}
          {formatCents(searchUsd)}. Its new outline waits for you.
        </span>
      </div>
      {problem && <ProblemAlert problem={problem} fixLabel="Open API keys" />}
    </>
  );
}

/** How many sources a post has that can be used again: none while it is being written. */
function useSources({ id, status }: PostSummary): number {
  const [found, setFound] = useState(0);
  const rests = isResting(status);
  useEffect(() => {
    let wanted = rests;
    if (rests)
      void fetchPost(id).then((answer) => {
        if (wanted && answer.ok) setFound(answer.value.document.sources.length);
      });
    return () => {
      wanted = false;
      setFound(0);
    };
  }, [id, rests]);
  return found;
}
