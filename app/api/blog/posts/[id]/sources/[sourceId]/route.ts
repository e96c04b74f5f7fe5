import { readSource } from "@/lib/blog/sources/read-source";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user, params }) =>
  Response.json(await readSource(user, requireUuid(params.id), params.sourceId)),
);
