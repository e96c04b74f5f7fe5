import { resumePost } from "@/lib/blog/posts/resume-post";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(null, async ({ user, params }) => {
  const { id, status } = await resumePost(user, requireUuid(params.id));
  return Response.json({ id, status, eventsUrl: `/api/blog/posts/${id}/events` }, { status: 202 });
});
