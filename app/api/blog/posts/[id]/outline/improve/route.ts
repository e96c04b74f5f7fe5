import { improveOutline } from "@/lib/blog/outline/improve-outline";
import { openWaitingPost } from "@/lib/blog/outline/open-waiting-post";
import { improveOutlineBody } from "@/lib/blog/outline/schema";
import { requireUuid } from "@/lib/http/require-uuid";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(improveOutlineBody, async ({ user, body, params, request }) => {
  const tool = await openWaitingPost(user, requireUuid(params.id));
  return streamWork(request, (emit, signal) => improveOutline(tool, { body, emit, signal }));
});
