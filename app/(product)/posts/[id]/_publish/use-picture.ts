"use client";
import { useRef } from "react";
import type { Answer } from "@/app/_ui/messages/problem";
import type { Plan } from "./plan";
import { sendPicture } from "./publish-requests";

/** Puts the chosen picture on the site before the post; one that is there already is not sent again. */
export function usePicture(postId: string) {
  const sent = useRef<{ file: File; siteId: string; ref: string } | null>(null);

  return async function place({ siteId, listing }: Plan): Promise<Answer<{ ref?: string }>> {
    const { file } = listing;
    if (!file) return { ok: true, value: {} };
    const known = sent.current;
    if (known?.file === file && known.siteId === siteId)
      return { ok: true, value: { ref: known.ref } };
    const answer = await sendPicture(postId, siteId, file);
    if (answer.ok) sent.current = { file, siteId, ref: answer.value.ref };
    return answer;
  };
}
