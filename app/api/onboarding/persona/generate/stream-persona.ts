import type { UserId } from "@/lib/auth/user-id";
import { streamWork } from "@/lib/http/stream-work";
import { followPersona } from "@/lib/onboarding/setup/follow-persona";
import type { PersonaRun } from "@/lib/onboarding/setup/schema";

/** The events of a persona that is made; `x-run-id` says which run of its target they are of. */
export function streamPersona(request: Request, user: UserId, run: PersonaRun): Response {
  const answer = streamWork(request, (emit, signal) => followPersona(user, run, { emit, signal }));
  answer.headers.set("x-run-id", run.id);
  return answer;
}
