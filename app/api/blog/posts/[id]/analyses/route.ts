import { analyzePost } from "@/lib/blog/analyses/analyze-post";
import { listAnalyses } from "@/lib/blog/analyses/list-analyses";
import { analysisBody } from "@/lib/blog/analyses/schema";
import { openTool } from "@/lib/blog/tools/open-tool";
import { requireUuid } from "@/lib/http/require-uuid";
import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const GET = withUser(null, async ({ user, params }) =>
  Response.json(await listAnalyses(user, requireUuid(params.id))),
);

export const POST = withUser(analysisBody, async ({ user, body, params, request }) => {
  const tool = await openTool(user, requireUuid(params.id), body.version);
  return streamWork(request, (emit, signal) => analyzePost(tool, { body, emit, signal }));
});
