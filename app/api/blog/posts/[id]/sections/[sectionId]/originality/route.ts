import { versionBody } from "@/lib/blog/edit/schema";
import { checkOriginality } from "@/lib/blog/tools/check-originality";
import { openTool, requireSection } from "@/lib/blog/tools/open-tool";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(versionBody, async ({ user, body, params }) => {
  const tool = await openTool(user, requireUuid(params.id), body.version);
  return Response.json(await checkOriginality(tool, requireSection(tool, params.sectionId)));
});
