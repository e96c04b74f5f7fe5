import { openingsBody } from "@/lib/blog/edit/schema";
import { openTool } from "@/lib/blog/tools/open-tool";
import { proposeOpenings } from "@/lib/blog/tools/propose-openings";
import { requireUuid } from "@/lib/http/require-uuid";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(openingsBody, async ({ user, body, params, request }) => {
  const tool = await openTool(user, requireUuid(params.id), body.version);
  return streamWork(request, async (emit, signal) => proposeOpenings(tool, { body, emit, signal }));
});
