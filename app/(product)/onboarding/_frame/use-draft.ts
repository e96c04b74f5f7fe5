"use client";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import type { StepId } from "@/lib/onboarding/schema";
import { saveDraft } from "./step-requests";

const PAUSE_MS = 700;

/** Keeps what is typed on the server, a moment after each change and when the page is left. */
export function useDraft(step: StepId, values: unknown): void {
  const text = JSON.stringify(values);
  const kept = useRef(text);
  const save = useDebouncedCallback(
    (latest: string) => {
      kept.current = latest;
      void saveDraft(step, JSON.parse(latest));
    },
    { delay: PAUSE_MS, flushOnUnmount: true },
  );
  useEffect(() => {
    if (text !== kept.current) save(text);
  }, [text, save]);
}
