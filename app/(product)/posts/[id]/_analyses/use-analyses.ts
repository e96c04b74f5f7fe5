"use client";
import { useEffect, useState } from "react";
import { requestJson } from "@/app/_ui/messages/problem";
import { type Analyses, type Analysis, analysesAnswer } from "@/lib/blog/analyses/schema";

/**
 * What a model last said of a post, and the post's present version; null until both are known.
 *
 * @param change anything that is another after each change of the post.
 */
export function useAnalyses(postId: string, change: unknown) {
  const [known, setKnown] = useState<Analyses | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the post asks again.
  useEffect(() => {
    let gone = false;
    const asked = requestJson(`/api/blog/posts/${postId}/analyses`, analysesAnswer);
    void asked.then((answer) => {
      if (!gone && answer.ok) setKnown(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [postId, change]);
  const keep = (newer: Analysis) =>
    setKnown(
      (old) =>
        old && {
          ...old,
          analyses: [newer, ...old.analyses.filter(({ kind }) => kind !== newer.kind)],
        },
    );
  return { known, keep };
}
