"use client";
import { useState } from "react";
import type { Answer } from "@/app/_ui/messages/problem";
import type { PresentAnswer, Publication } from "@/lib/publish/schema";
import { type Plan, toInput } from "./plan";
import { sendPublication } from "./publish-requests";
import { usePicture } from "./use-picture";

/** The site may have done it: another try is the same order, not a new one. */
const UNSURE: readonly string[] = ["offline", "unreadable", "publish_unknown", "publish_running"];

/** Sends what was planned: its picture first, then the post, under a key that a repeated try keeps. */
export function useOrder(postId: string) {
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const placePicture = usePicture(postId);

  async function place(plan: Plan, present: PresentAnswer, order: string) {
    const placed = await placePicture(plan);
    if (!placed.ok) return placed;
    const ref = placed.value.ref ?? present.listing.picture?.ref;
    return sendPublication(postId, toInput(plan, present, ref), order);
  }

  /** @returns what came of it, and whether the site may have done it all the same. */
  async function send(plan: Plan, present: PresentAnswer) {
    const order = key ?? crypto.randomUUID();
    setBusy(true);
    const answer: Answer<{ publication: Publication }> = await place(plan, present, order);
    setBusy(false);
    const unsure = !answer.ok && UNSURE.includes(answer.problem.code);
    setKey(unsure ? order : null);
    return { answer, unsure };
  }

  return { busy, send, forget: () => setKey(null) };
}
