"use client";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import type { StepId } from "@/lib/onboarding/schema";
import { readSavedAt, saveDraft } from "./step-requests";

const PAUSE_MS = 700;
type DraftOptions = {
  /** When the data was completed that the form was opened on; null without any. */
  savedAt: string | null;
  /** True once the form is being completed: nothing is kept of it from then on. */
  closed: boolean;
};

/** Keeps what is typed on the server, a moment after each change and when the page is left. */
export function useDraft(step: StepId, values: unknown, { savedAt, closed }: DraftOptions): void {
  const text = JSON.stringify(values);
  const kept = useRef(text);
  const isClosed = useRef(closed);
  isClosed.current = closed;
  const openedOn = useRef(savedAt);

  /** Another tab may have completed the step: what is typed here since then is newer, and is kept. */
  async function send(latest: string) {
    const draft: unknown = JSON.parse(latest);
    const answer = await saveDraft(step, draft, openedOn.current);
    if (answer.ok || answer.problem.code !== "conflict" || isClosed.current) return;
    const now = await readSavedAt(step);
    if (!now.ok || isClosed.current) return;
    openedOn.current = now.value.savedAt;
    await saveDraft(step, draft, openedOn.current);
  }

  const save = useDebouncedCallback(
    (latest: string) => {
      if (isClosed.current) return;
      kept.current = latest;
      void send(latest);
    },
    { delay: PAUSE_MS, flushOnUnmount: true },
  );
  useEffect(() => {
    if (text !== kept.current) save(text);
  }, [text, save]);
}
