import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { dropPersona } from "@/lib/onboarding/setup/drop-persona";
import { getSetup } from "@/lib/onboarding/setup/get-setup";
import { type PersonaTarget, personaTarget } from "@/lib/onboarding/setup/schema";
import { streamPersona } from "../stream-persona";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

/** Tells what comes of a persona that was begun before, from its first field on. */
export const GET = withUser(null, async ({ user, params, request }) => {
  const target = readTarget(params);
  const state = await getSetup(user, target);
  if (!state) throw new AppError("not_found");
  return streamPersona(request, user, { target, id: state.id });
});

/** Stops it, or forgets what was made: the run of `?run=`, or whichever there is. */
export const DELETE = withUser(null, async ({ user, params, request }) => {
  const id = new URL(request.url).searchParams.get("run");
  await dropPersona(user, readTarget(params), id && isUuid(id) ? id : undefined);
  return new Response(null, { status: 204 });
});

function readTarget({ target }: Record<string, string>): PersonaTarget {
  const known = personaTarget.safeParse(target);
  if (!known.success) throw new AppError("not_found");
  return known.data;
}
