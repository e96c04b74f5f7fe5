import { type Answer, requestJson } from "@/app/_ui/messages/problem";
import { type PersonaRun, type PersonaTarget, personaRuns } from "@/lib/onboarding/setup/schema";
import type { toPersona } from "./persona-text";

export const PERSONA_URL = "/api/onboarding/persona/generate";

/** Body of the request that begins a persona. */
export type PersonaRequest = { target: PersonaTarget; core?: ReturnType<typeof toPersona> };

/** The personas that were begun here or elsewhere since the step was saved. */
export function listRuns(): Promise<Answer<{ runs: PersonaRun[] }>> {
  return requestJson(PERSONA_URL, personaRuns);
}

/** Stops one, or forgets what was made of it; without an id, whichever there is of the target. */
export async function dropRun(target: PersonaTarget, id?: string): Promise<void> {
  const run = id ? `?run=${id}` : "";
  await fetch(`${PERSONA_URL}/${target}${run}`, { method: "DELETE" }).catch(() => undefined);
}
