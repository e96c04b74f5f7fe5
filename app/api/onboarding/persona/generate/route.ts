import { withUser } from "@/lib/http/with-user";
import { generatePersonaBody } from "@/lib/onboarding/persona/schema";
import { beginPersona } from "@/lib/onboarding/setup/begin-persona";
import { dropPersona } from "@/lib/onboarding/setup/drop-persona";
import { listPersonas } from "@/lib/onboarding/setup/list-personas";
import { streamPersona } from "./stream-persona";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const GET = withUser(null, async ({ user }) =>
  Response.json({ runs: await listPersonas(user) }),
);

/**
 * Begins a persona and tells what comes of it; it is made on when nobody listens any more. A request that was
 * taken back before it had begun begins nothing.
 */
export const POST = withUser(generatePersonaBody, async ({ user, body, request }) => {
  const { target } = body;
  const id = await beginPersona(user, body);
  if (request.signal.aborted) await dropPersona(user, target, id);
  return streamPersona(request, user, { target, id });
});
