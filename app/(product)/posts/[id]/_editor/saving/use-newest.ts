"use client";
import { useEffect } from "react";
import { useChangeElsewhere } from "@/app/_ui/changed-elsewhere";
import { onFlush } from "@/app/_ui/flush-forms";
import { isSameDraft, toDraft } from "./draft";
import { fetchPost } from "./editor-requests";
import type { Editing } from "./use-editing";

/**
 * Saves what is typed before another part of the page changes the post, and shows the version that
 * it has made; words that are not saved yet are never replaced.
 */
export function useNewest({ session }: Editing): void {
  useEffect(() => onFlush(() => session.save()), [session]);
  useChangeElsewhere(async () => {
    const answer = await fetchPost(session.read().base.id);
    const { draft, base } = session.read();
    const isSaved = isSameDraft(draft, toDraft(base.document));
    if (answer.ok && isSaved && answer.value.version !== base.version)
      session.replace(answer.value);
  });
}
