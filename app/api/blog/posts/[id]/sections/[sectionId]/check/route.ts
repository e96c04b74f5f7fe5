import { versionBody } from "@/lib/blog/edit/schema";
import { checkAgain } from "@/lib/blog/tools/check-again";
import { openTool, requireSection } from "@/lib/blog/tools/open-tool";
import { requireUuid } from "@/lib/http/require-uuid";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(versionBody, async ({ user, body, params, request }) => {
  const tool = await openTool(user, requireUuid(params.id), body.version);
  const section = requireSection(tool, params.sectionId);
  return streamWork(request, (emit, signal) => checkAgain(tool, { section, emit, signal }));
});
