import { openCaller } from "@/lib/calls/open-caller";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";
import { tryPersonaBody } from "@/lib/onboarding/persona/schema";
import { tryPersona } from "@/lib/onboarding/persona/try-persona";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(tryPersonaBody, async ({ user, body, request }) =>
  streamWork(request, async (emit, signal) =>
    tryPersona(await openCaller(user, emit, signal), body, (value) =>
      emit("field", { name: "paragraph", value }),
    ),
  ),
);
