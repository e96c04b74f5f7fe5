import { exportPost } from "@/lib/export/export-post";
import { exportQuery } from "@/lib/export/schema";
import { parseFields } from "@/lib/http/read-body";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user, params, request }) => {
  const { searchParams } = new URL(request.url);
  const id = requireUuid(params.id);
  const wanted = parseFields(exportQuery, Object.fromEntries(searchParams));
  const { content, headers } = await exportPost(user, id, wanted);
  return new Response(content, { headers });
});
