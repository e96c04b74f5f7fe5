import { linksBody } from "@/lib/blog/edit/schema";
import { openTool, requireSection } from "@/lib/blog/tools/open-tool";
import { proposeLinks } from "@/lib/blog/tools/propose-links";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(linksBody, async ({ user, body, params }) => {
  const tool = await openTool(user, requireUuid(params.id), body.version);
  const section = requireSection(tool, params.sectionId);
  return Response.json(await proposeLinks(tool, section, body.postIds));
});
