import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { listPublications } from "@/lib/publish/list-publications";

export const GET = withUser(null, async ({ user, params }) =>
  Response.json(await listPublications(user, requireUuid(params.id))),
);
