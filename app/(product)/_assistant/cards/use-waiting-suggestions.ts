import { useWindowEvent } from "@mantine/hooks";
import { useCallback, useEffect, useState } from "react";
import { useChangeElsewhere } from "@/app/_ui/changed-elsewhere";
import type { Suggestion } from "@/lib/copilot/schema";
import { readSuggestions } from "../assistant-requests";

/** The suggestions of a post that a page shows; `settle` says how its user has decided one of them. */
export type WaitingSuggestions = {
  suggestions: Suggestion[];
  settle: (id: string, status: Suggestion["status"]) => void;
};

/**
 * What waits for this post, on whatever device it was asked for: read again when the assistant or a
 * click has changed it. What was accepted here stays, so that it can be undone.
 */
export function useWaitingSuggestions(postId: string): WaitingSuggestions {
  const [waiting, setWaiting] = useState<Suggestion[]>([]);
  const [accepted, setAccepted] = useState<Suggestion[]>([]);
  const reload = useCallback(async () => {
    const answer = await readSuggestions(postId);
    if (answer.ok) setWaiting(answer.value.suggestions);
  }, [postId]);
  useEffect(() => void reload(), [reload]);
  useWindowEvent("focus", () => void reload());
  useChangeElsewhere(() => void reload());
  const all = [...accepted, ...waiting.filter(({ id }) => accepted.every((one) => one.id !== id))];
  return {
    suggestions: all,
    settle: (id, status) => {
      const decided = all.filter((one) => one.id === id).map((one) => ({ ...one, status }));
      const others = accepted.filter((one) => one.id !== id);
      setAccepted(status === "accepted" ? [...others, ...decided] : others);
      setWaiting((now) => now.filter((one) => one.id !== id));
    },
  };
}
