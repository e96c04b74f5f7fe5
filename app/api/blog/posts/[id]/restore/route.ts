import { restorePost } from "@/lib/blog/library/restore-post";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(null, async ({ user, params }) =>
  Response.json(await restorePost(user, requireUuid(params.id))),
);
