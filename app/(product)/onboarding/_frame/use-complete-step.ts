"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Answer, Problem } from "@/app/_ui/messages/problem";
import { type OnboardingState, STEPS, type StepId } from "@/lib/onboarding/schema";
import { completeStep, skipStep } from "./step-requests";

/** Completes or skips a step and goes on to the next one; a refusal is kept to be shown. */
export function useCompleteStep(step: StepId) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function send(request: () => Promise<Answer<OnboardingState>>) {
    setBusy(true);
    setProblem(null);
    const answer = await request();
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setLeft(true);
    router.push(findNext(step));
    router.refresh();
  }

  return {
    busy,
    /** True from the click on, and after it has worked: what is in the form is on its way. */
    leaving: busy || left,
    problem,
    complete: (data: unknown) => send(() => completeStep(step, data)),
    skip: () => send(() => skipStep(step)),
  };
}

function findNext(step: StepId): string {
  const index = STEPS.findIndex(({ id }) => id === step);
  const next = STEPS[index + 1];
  return next ? `/onboarding/${next.id}` : "/posts/new";
}
