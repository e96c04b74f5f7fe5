"use client";
import { useRef, useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import type { PresentAnswer } from "@/lib/publish/schema";
import { askSite } from "./publish-requests";

/** What the site says of the post: it is asked, it has answered, or it has not. */
export type Asked = { present: PresentAnswer | null; problem: Problem | null };
const ASKING: Asked = { present: null, problem: null };

/** Asks one site at a time; an answer that comes after another site was chosen is not taken. */
export function useAskedSite(postId: string) {
  const [asked, setAsked] = useState<Asked>(ASKING);
  const last = useRef("");

  /** @param again what it said before is shown until it has answered. */
  async function ask(siteId: string, again = false): Promise<PresentAnswer | undefined> {
    last.current = siteId;
    if (!again) setAsked(ASKING);
    const answer = await askSite(postId, siteId);
    if (last.current !== siteId) return undefined;
    if (answer.ok) setAsked({ present: answer.value, problem: null });
    else setAsked({ present: null, problem: answer.problem });
    return answer.ok ? answer.value : undefined;
  }
  return { asked, ask };
}
