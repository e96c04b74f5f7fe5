import { openCaller } from "@/lib/calls/open-caller";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";
import { generatePersona } from "@/lib/onboarding/persona/generate-persona";
import { generatePersonaBody } from "@/lib/onboarding/persona/schema";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(generatePersonaBody, async ({ user, body, request }) =>
  streamWork(request, async (emit, signal) =>
    generatePersona(await openCaller(user, emit, signal), body, (name, value) =>
      emit("field", { name, value }),
    ),
  ),
);
