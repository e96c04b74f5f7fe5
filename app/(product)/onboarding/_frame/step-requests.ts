import { z } from "zod";
import { type Answer, jsonPost, requestJson } from "@/app/_ui/messages/problem";
import { type OnboardingState, onboardingState, type StepId } from "@/lib/onboarding/schema";

const STEPS_URL = "/api/onboarding/steps";
const put = (body: unknown) => ({ ...jsonPost(body), method: "PUT" });

/** Stores a step's data and completes it. */
export function completeStep(step: StepId, data: unknown): Promise<Answer<OnboardingState>> {
  return requestJson(`${STEPS_URL}/${step}`, onboardingState, put(data));
}

/** Skips an optional step. */
export function skipStep(step: StepId): Promise<Answer<OnboardingState>> {
  return requestJson(`${STEPS_URL}/${step}/skip`, onboardingState, { method: "POST" });
}

/**
 * Keeps a half-filled form on the server, unless the step was completed after the form was opened.
 *
 * @param savedAt when the data was completed that the form was opened on; null without any.
 * @param keepalive the page is being left: the request outlives it, where its body is below 64 KiB.
 */
export function saveDraft(
  step: StepId,
  draft: unknown,
  { savedAt, keepalive }: { savedAt: string | null; keepalive: boolean },
): Promise<Answer<OnboardingState>> {
  const init = jsonPost(draft, { "if-match": JSON.stringify(savedAt ?? "new") });
  const url = `${STEPS_URL}/${step}/draft`;
  return requestJson(url, onboardingState, { ...init, method: "PUT", keepalive });
}

const savedStep = z.object({ savedAt: z.string().nullable() });

/** When a step's data was completed. */
export function readSavedAt(step: StepId): Promise<Answer<z.infer<typeof savedStep>>> {
  return requestJson(`${STEPS_URL}/${step}`, savedStep);
}

/** Starts the wizard over; `hard` deletes what was entered. */
export function resetWizard(mode: "soft" | "hard"): Promise<Answer<OnboardingState>> {
  const body = mode === "hard" ? { mode, confirm: "reset" } : { mode };
  return requestJson("/api/onboarding/reset", onboardingState, jsonPost(body));
}
