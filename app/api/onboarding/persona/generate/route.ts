import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";
import { generatePersonaBody } from "@/lib/onboarding/persona/schema";
import { beginPersona } from "@/lib/onboarding/setup/begin-persona";
import { followPersona } from "@/lib/onboarding/setup/follow-persona";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

/** Begins a persona and tells what comes of it; it is made on when nobody listens any more. */
export const POST = withUser(generatePersonaBody, async ({ user, body, request }) =>
  streamWork(request, async (emit, signal) => {
    await beginPersona(user, body);
    return followPersona(user, body.target, { emit, signal });
  }),
);
