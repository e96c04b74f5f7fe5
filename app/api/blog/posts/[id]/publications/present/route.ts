import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { readPresent } from "@/lib/publish/read-present";

/** The longest that the site may take to say what is there, in seconds. */
export const maxDuration = 120;

export const GET = withUser(null, async ({ user, params, request }) => {
  const siteId = new URL(request.url).searchParams.get("integrationId") ?? undefined;
  return Response.json(await readPresent(user, requireUuid(params.id), requireUuid(siteId)));
});
