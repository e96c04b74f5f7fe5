"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import type { Publication, PublicationsAnswer } from "@/lib/publish/schema";
import { keepPlan, type Plan, toInput } from "./plan";
import { readPublications, sendPublication } from "./publish-requests";

/** The site may have done it: another try is the same order, not a new one. */
const UNSURE: readonly string[] = ["offline", "unreadable", "publish_unknown", "publish_running"];

/** Everything the dialog knows and does. */
export function usePublishing(postId: string) {
  const router = useRouter();
  const [known, setKnown] = useState<PublicationsAnswer | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<Publication | null>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState<string | null>(null);

  async function load() {
    const answer = await readPublications(postId);
    if (!answer.ok) return setProblem(answer.problem);
    setKnown(answer.value);
    setPlan((old) => keepPlan(old, answer.value.sites));
  }

  function open() {
    setProblem(null);
    setDone(null);
    setKey(null);
    setPlan(null);
    void load();
  }

  function change(part: Partial<Plan>) {
    setKey(null);
    setProblem(null);
    setDone(null);
    setPlan((old) => (old ? { ...old, ...part } : old));
  }

  async function publish(chosen: Plan) {
    const order = key ?? crypto.randomUUID();
    setBusy(true);
    setProblem(null);
    const answer = await sendPublication(postId, toInput(chosen), order);
    setBusy(false);
    setKey(!answer.ok && UNSURE.includes(answer.problem.code) ? order : null);
    if (answer.ok) setDone(answer.value.publication);
    else setProblem(answer.problem);
    setPlan({ ...chosen, recreate: false });
    await load();
    router.refresh();
  }

  return { known, plan, problem, done, busy, open, change, publish };
}
/** What the parts of the dialog are given. */
export type Publishing = ReturnType<typeof usePublishing>;
