"use client";
import { useWindowEvent } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { isLive, type Post } from "@/lib/blog/schema";
import { followPost } from "./follow-post";
import { foldEvent, resumeState, startState } from "./run-state";
import { useTellNotices } from "./use-tell-notices";
import { useTellPhase } from "./use-tell-phase";

/** How often to ask, in ms, for the price of a call that a run has left behind when it ended. */
const SETTLING_MS = 5_000;
const CAN_GO_ON: readonly string[] = ["stopped", "failed", "needs-key"];

/**
 * The post as it is now, and whether the connection that brings its events is up. `restart` is for
 * who has made the server go on with the run.
 */
export function usePostStream(post: Post) {
  const router = useRouter();
  const [state, setState] = useState(() => startState(post));
  const [connected, setConnected] = useState(true);
  const seen = useRef(post.lastEventId);
  const live = isLive(state.status);
  const { id } = post;
  useEffect(() => {
    if (!live) return;
    return followPost({
      id,
      after: seen.current,
      onEvents: (events) => {
        seen.current = events.reduce((last, event) => Math.max(last, event.id), seen.current);
        setState((old) => events.reduce(foldEvent, old));
      },
      onConnection: setConnected,
    });
  }, [id, live]);
  /** Shows a newer state that the page was given, such as what an edit has saved. */
  const replace = (newer: Post) => {
    seen.current = newer.lastEventId;
    setState(startState(newer));
  };
  useEffect(() => {
    if (post.lastEventId <= seen.current) return;
    seen.current = post.lastEventId;
    setState(startState(post));
  }, [post]);
  const isSettling = !live && state.document.cost.pendingUsd !== undefined;
  useEffect(() => {
    if (!isSettling) return;
    const asking = setInterval(() => router.refresh(), SETTLING_MS);
    return () => clearInterval(asking);
  }, [isSettling, router]);
  useWindowEvent("focus", () => {
    if (CAN_GO_ON.includes(state.status)) router.refresh();
  });
  useTellNotices(state);
  useTellPhase(state);
  return { ...state, live, connected, replace, restart: () => setState(resumeState) };
}

/** What the parts of the page are given. */
export type Run = ReturnType<typeof usePostStream>;
