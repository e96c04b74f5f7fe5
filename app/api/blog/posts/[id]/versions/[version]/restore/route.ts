import { versionBody } from "@/lib/blog/edit/schema";
import { requireVersionNumber } from "@/lib/blog/versions/get-version";
import { restoreVersion } from "@/lib/blog/versions/restore-version";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(versionBody, async ({ user, body, params }) => {
  const earlier = requireVersionNumber(params.version);
  const { version } = body;
  return Response.json(await restoreVersion(user, requireUuid(params.id), { earlier, version }));
});
