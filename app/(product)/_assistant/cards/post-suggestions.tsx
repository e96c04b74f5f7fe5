"use client";
import { useCallback, useEffect, useState } from "react";
import type { Suggestion } from "@/lib/copilot/schema";
import { readSuggestions } from "../assistant-requests";
import styles from "./cards.module.css";
import { SuggestionCard } from "./suggestion-card";

/** What the assistant has suggested for this post and nobody has decided, on whatever device. */
export function PostSuggestions({ postId }: { postId: string }) {
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const reload = useCallback(async () => {
    const answer = await readSuggestions(postId);
    if (answer.ok) setSuggestions(answer.value.suggestions);
  }, [postId]);
  useEffect(() => {
    void reload();
    window.addEventListener("focus", reload);
    return () => window.removeEventListener("focus", reload);
  }, [reload]);
  if (suggestions.length === 0) return null;
  return (
    <details className={styles.waiting}>
      <summary>
        {suggestions.length === 1
          ? "One suggestion of the assistant waits"
          : `${suggestions.length} suggestions of the assistant wait`}
      </summary>
      {suggestions.map((one) => (
        <SuggestionCard key={one.id} suggestion={one} onDecided={reload} />
      ))}
    </details>
  );
}
