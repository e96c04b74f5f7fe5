import { cancelPost } from "@/lib/blog/posts/cancel-post";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(null, async ({ user, params }) =>
  Response.json(await cancelPost(user, requireUuid(params.id))),
);
