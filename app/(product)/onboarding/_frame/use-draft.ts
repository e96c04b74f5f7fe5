"use client";
import { useWindowEvent } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { onFlush } from "@/app/_ui/flush-forms";
import type { StepId } from "@/lib/onboarding/schema";
import { DraftKeeper } from "./draft-keeper";

type DraftOptions = {
  /** When the data was completed that the form was opened on; null without any. */
  savedAt: string | null;
  /** True once the form is being completed: nothing is kept of it from then on. */
  closed: boolean;
  /** A change of this is not typed, and is kept at once. */
  atOnce?: string | undefined;
};

/** Keeps what is typed on the server, a moment after each change and when the page is left. */
export function useDraft(step: StepId, values: unknown, options: DraftOptions): void {
  const { savedAt, closed, atOnce } = options;
  const text = JSON.stringify(values);
  const [keeper] = useState(() => new DraftKeeper(step, text, savedAt));
  useEffect(() => keeper.change(text), [keeper, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent when it changes, behind what changed with it
  useEffect(() => void keeper.flush(), [keeper, atOnce]);
  useEffect(() => keeper.close(closed), [keeper, closed]);
  useEffect(() => () => keeper.end(), [keeper]);
  useEffect(() => onFlush(() => keeper.flush()), [keeper]);
  useWindowEvent("visibilitychange", () => {
    if (document.visibilityState === "hidden") keeper.leave();
  });
}
