import { listVersions } from "@/lib/blog/versions/list-versions";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user, params }) =>
  Response.json(await listVersions(user, requireUuid(params.id))),
);
