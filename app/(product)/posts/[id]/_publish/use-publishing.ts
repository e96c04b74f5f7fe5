"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import type { Publication, PublicationsAnswer } from "@/lib/publish/schema";
import { fillListing } from "./listing-draft";
import { findPrimary, keepState, type Plan, planFor } from "./plan";
import { readPublications } from "./publish-requests";
import { useAskedSite } from "./use-asked-site";
import { useOrder } from "./use-order";

/** Everything the dialog knows and does. */
export function usePublishing(postId: string) {
  const router = useRouter();
  const [known, setKnown] = useState<PublicationsAnswer | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<Publication | null>(null);
  const { asked, ask } = useAskedSite(postId);
  const { busy, send, forget } = useOrder(postId);

  async function load() {
    const answer = await readPublications(postId);
    if (!answer.ok) setProblem(answer.problem);
    else setKnown(answer.value);
    return answer.ok ? answer.value : undefined;
  }

  /** Asks the site first; the plan is then to leave the post in the state that it has. */
  async function choose(siteId: string) {
    setPlan(planFor(siteId));
    const present = await ask(siteId);
    if (!present) return;
    setPlan(keepState({ ...planFor(siteId), listing: fillListing(present.listing) }, present));
  }

  async function open() {
    setProblem(null);
    setDone(null);
    forget();
    const now = await load();
    if (!now) return;
    const first = findPrimary(now.sites);
    if (first) await choose(first.id);
  }

  function change(part: Partial<Plan>) {
    forget();
    setProblem(null);
    setDone(null);
    if (part.siteId) void choose(part.siteId);
    else setPlan((old) => (old ? { ...old, ...part } : old));
  }

  async function publish(chosen: Plan) {
    if (!asked.present) return;
    setProblem(null);
    const { answer, unsure } = await send(chosen, asked.present);
    if (answer.ok) setDone(answer.value.publication);
    else setProblem(answer.problem);
    setPlan({ ...chosen, text: unsure ? chosen.text : null });
    await load();
    if (!unsure) await ask(chosen.siteId, true);
    router.refresh();
  }

  return { known, asked, plan, problem, done, busy, open, change, publish, choose };
}
/** What the parts of the dialog are given. */
export type Publishing = ReturnType<typeof usePublishing>;
