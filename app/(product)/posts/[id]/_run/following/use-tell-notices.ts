"use client";
import { useEffect, useRef } from "react";
import { tellPostsChanged } from "@/app/_ui/posts-changed";
import { isLive } from "@/lib/blog/schema";
import type { RunState } from "./run-state";

/**
 * Tells the bell of the header when the run ends or begins to wait for its user, which is news, and when
 * it goes on: what was asked for is done then.
 */
export function useTellNotices({ status, wait }: Pick<RunState, "status" | "wait">): void {
  const needsLook = !isLive(status) || wait?.reason === "outline";
  const before = useRef(needsLook);
  useEffect(() => {
    if (needsLook !== before.current) tellPostsChanged();
    before.current = needsLook;
  }, [needsLook]);
}
