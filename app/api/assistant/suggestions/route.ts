import { listSuggestions } from "@/lib/copilot/suggestions/list-suggestions";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user, request }) => {
  const postId = requireUuid(new URL(request.url).searchParams.get("post") ?? "");
  return Response.json({ suggestions: await listSuggestions(user, { postId }) });
});
