"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Answer, Problem } from "@/app/_ui/messages/problem";
import { showToast } from "@/app/_ui/messages/toast";
import type { Integration } from "@/lib/integrations/schema";
import { checkSite, disconnectSite, makePrimary } from "./integration-requests";

/** The connected sites and what can be done with one; a failure stays beside its site. */
export function useSites(initial: Integration[]) {
  const router = useRouter();
  const [sites, setSites] = useState(initial);
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ id: string; problem: Problem } | null>(null);

  async function attempt<Value>(id: string, request: Promise<Answer<Value>>) {
    setBusy(id);
    setFailed(null);
    const answer = await request;
    setBusy(null);
    if (!answer.ok) setFailed({ id, problem: answer.problem });
    return answer.ok ? answer : undefined;
  }

  async function change(id: string, request: typeof checkSite, message: string) {
    const answer = await attempt(id, request(id));
    if (!answer) return;
    setSites(answer.value.integrations);
    showToast({ title: "Done", message });
  }

  async function disconnect(id: string) {
    if (!(await attempt(id, disconnectSite(id)))) return;
    const left = sites.filter((site) => site.id !== id);
    const orphaned = left.length > 0 && left.every((site) => !site.isPrimary);
    setSites(
      left.map((site, index) => ({
        ...site,
        isPrimary: site.isPrimary || (orphaned && index === 0),
      })),
    );
    showToast({ title: "Site disconnected", message: "Its login was deleted here." });
    router.refresh();
  }

  return {
    sites,
    busy,
    failed,
    setSites,
    check: (id: string) => change(id, checkSite, "The site accepts the saved login."),
    choose: (id: string) => change(id, makePrimary, "Posts go to this site first."),
    disconnect,
  };
}
