import { versionBody } from "@/lib/blog/edit/schema";
import { describeLinks, findOwnLinks } from "@/lib/blog/tools/find-own-links";
import { openTool, requireSection } from "@/lib/blog/tools/open-tool";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(versionBody, async ({ user, body, params }) => {
  const tool = await openTool(user, requireUuid(params.id), body.version);
  const found = await findOwnLinks(tool, requireSection(tool, params.sectionId));
  return Response.json(describeLinks(tool, found));
});
