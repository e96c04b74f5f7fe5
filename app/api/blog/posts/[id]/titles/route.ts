import { titlesBody } from "@/lib/blog/edit/schema";
import { openTool } from "@/lib/blog/tools/open-tool";
import { proposeTitles } from "@/lib/blog/tools/propose-titles";
import { requireUuid } from "@/lib/http/require-uuid";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(titlesBody, async ({ user, body, params, request }) => {
  const tool = await openTool(user, requireUuid(params.id), body.version);
  return streamWork(request, (emit, signal) => proposeTitles(tool, { body, emit, signal }));
});
