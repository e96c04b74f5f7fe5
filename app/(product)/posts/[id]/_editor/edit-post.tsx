"use client";
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import type { Post } from "@/lib/blog/schema";
import { PostEditor } from "./post-editor";
import { fetchPost } from "./saving/editor-requests";

type EditPostProps = { id: string; onClose: (post: Post | null) => void };

/** Opens the editor on the post as it is stored now: the page may be older. */
export function EditPost({ id, onClose }: EditPostProps) {
  const [post, setPost] = useState<Post | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    void fetchPost(id).then((answer) =>
      answer.ok ? setPost(answer.value) : setProblem(answer.problem),
    );
  }, [id]);
  if (post) return <PostEditor post={post} onClose={onClose} />;
  if (!problem)
    return <SkeletonLines widths={[60, 96, 91, 98, 64]} label="The editor is loading" />;
  return (
    <>
      <ProblemAlert problem={problem} />
      <Button variant="default" onClick={() => onClose(null)}>
        Back to the post
      </Button>
    </>
  );
}
