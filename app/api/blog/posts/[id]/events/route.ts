import { getPost } from "@/lib/blog/get-post";
import { streamEvents } from "@/lib/blog/stream-events";
import { AppError } from "@/lib/errors";
import { readLastEventId } from "@/lib/http/read-preferences";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const maxDuration = 300;

export const GET = withUser(null, async ({ user, params, request }) => {
  const postId = requireUuid(params.id);
  const after = readLastEventId(request);
  if (!(await getPost(user, postId))) throw new AppError("not_found");
  return streamEvents({ user, postId, after, clientSignal: request.signal });
});
