import { getVersion, requireVersionNumber } from "@/lib/blog/versions/get-version";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user, params }) => {
  const version = requireVersionNumber(params.version);
  return Response.json(await getVersion(user, requireUuid(params.id), version));
});
