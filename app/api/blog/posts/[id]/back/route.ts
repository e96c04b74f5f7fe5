import { goBack } from "@/lib/blog/phases/go-back";
import { backBody } from "@/lib/blog/phases/schema";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(backBody, async ({ user, body, params }) => {
  const { id, status } = await goBack(user, requireUuid(params.id), body.phase);
  const headers = { location: `/api/blog/posts/${id}` };
  return Response.json({ id, status }, { status: 202, headers });
});
