import { duplicatePost } from "@/lib/blog/library/duplicate-post";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(null, async ({ user, params }) => {
  const copy = await duplicatePost(user, requireUuid(params.id));
  const headers = { location: `/api/blog/posts/${copy.id}` };
  return Response.json(copy, { status: 201, headers });
});
