"use client";
import { useInterval } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { PostSummary } from "@/lib/blog/schema";

/** Asks for the list again every five seconds while a post is being written. */
export function useRefreshWhileWriting(posts: PostSummary[]): void {
  const router = useRouter();
  const { start, stop } = useInterval(() => router.refresh(), 5_000);
  const writing = posts.some((post) => post.status === "queued" || post.status === "running");
  useEffect(() => {
    if (writing) start();
    return stop;
  }, [writing, start, stop]);
}
