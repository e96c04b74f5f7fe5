"use client";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { type SetupState, setupAnswer } from "@/lib/onboarding/setup/schema";

const URL = "/api/onboarding/setup";
const EVERY_MS = 1_200;

/** A setup as it goes on: asked for while it runs, wherever it does; stopped and gone on with from here. */
export function useSetup(initial: SetupState) {
  const router = useRouter();
  const [setup, setSetup] = useState(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = useCallback(async (path: string, init?: RequestInit) => {
    const answer = await requestJson(`${URL}${path}`, setupAnswer, init);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok && answer.value.setup) setSetup(answer.value.setup);
  }, []);

  const { status, stage } = setup;
  useEffect(() => {
    if (status !== "running") return;
    const timer = setInterval(() => void take(""), EVERY_MS);
    return () => clearInterval(timer);
  }, [status, take]);
  // The rail beside it counts the steps that are done.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stage and each end is news for the rail
  useEffect(() => router.refresh(), [stage, status, router]);

  return {
    setup,
    problem,
    /** Shows the one that has just been begun in its place. */
    follow: () => take(""),
    stop: () => take("/stop", { method: "POST" }),
    resume: () => take("/resume", jsonPost({})),
  };
}
