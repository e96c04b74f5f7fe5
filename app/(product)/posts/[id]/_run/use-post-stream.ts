"use client";
import { useEffect, useState } from "react";
import { isLive, type Post } from "@/lib/blog/schema";
import { followPost } from "./follow-post";
import { foldEvent, startState } from "./run-state";

/** The post as it is now, and whether the connection that brings its events is up. */
export function usePostStream(post: Post) {
  const [state, setState] = useState(() => startState(post));
  const [connected, setConnected] = useState(true);
  const { id, lastEventId } = post;
  const startedLive = isLive(post.status);
  useEffect(() => {
    if (!startedLive) return;
    return followPost({
      id,
      after: lastEventId,
      onEvents: (events) => setState((old) => events.reduce(foldEvent, old)),
      onConnection: setConnected,
    });
  }, [id, lastEventId, startedLive]);
  /** Shows a newer state that the page was given, such as what an edit has saved. */
  const replace = (newer: Post) => setState(startState(newer));
  return { ...state, live: isLive(state.status), connected, replace };
}

/** What the parts of the page are given. */
export type Run = ReturnType<typeof usePostStream>;
