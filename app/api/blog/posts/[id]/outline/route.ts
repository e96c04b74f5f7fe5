import { approveOutline } from "@/lib/blog/posts/approve-outline";
import { outlineBody } from "@/lib/blog/schema";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(outlineBody, async ({ user, body, params }) => {
  const { id, status } = await approveOutline(user, requireUuid(params.id), body);
  return Response.json({ id, status, eventsUrl: `/api/blog/posts/${id}/events` }, { status: 202 });
});
