import { resumePost } from "@/lib/blog/posts/resume-post";
import { resumeBody } from "@/lib/blog/posts/schema";
import { readOptionalBody } from "@/lib/http/read-body";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(null, async ({ user, params, request }) => {
  const body = await readOptionalBody(request, resumeBody);
  const { id, status } = await resumePost(user, requireUuid(params.id), body);
  return Response.json({ id, status, eventsUrl: `/api/blog/posts/${id}/events` }, { status: 202 });
});
