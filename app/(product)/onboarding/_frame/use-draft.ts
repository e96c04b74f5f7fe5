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
};

/** Keeps what is typed on the server, a moment after each change and when the page is left. */
export function useDraft(step: StepId, values: unknown, { savedAt, closed }: DraftOptions): void {
  const text = JSON.stringify(values);
  const [keeper] = useState(() => new DraftKeeper(step, text, savedAt));
  useEffect(() => keeper.change(text), [keeper, text]);
  useEffect(() => keeper.close(closed), [keeper, closed]);
  useEffect(() => () => keeper.end(), [keeper]);
  useEffect(() => onFlush(() => keeper.flush()), [keeper]);
  useWindowEvent("visibilitychange", () => {
    if (document.visibilityState === "hidden") keeper.leave();
  });
}
