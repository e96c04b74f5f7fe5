import { AppError } from "@/lib/errors";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";
import { dropPersona } from "@/lib/onboarding/setup/drop-persona";
import { followPersona } from "@/lib/onboarding/setup/follow-persona";
import { type PersonaTarget, personaTarget } from "@/lib/onboarding/setup/schema";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

/** Tells what comes of a persona that was begun before, from its first field on. */
export const GET = withUser(null, async ({ user, params, request }) => {
  const target = readTarget(params);
  return streamWork(request, (emit, signal) => followPersona(user, target, { emit, signal }));
});

/** Stops it, or forgets what was made: the page has it. */
export const DELETE = withUser(null, async ({ user, params }) => {
  await dropPersona(user, readTarget(params));
  return new Response(null, { status: 204 });
});

function readTarget({ target }: Record<string, string>): PersonaTarget {
  const known = personaTarget.safeParse(target);
  if (!known.success) throw new AppError("not_found");
  return known.data;
}
