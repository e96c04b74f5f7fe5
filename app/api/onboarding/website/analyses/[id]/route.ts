import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { deleteAnalysis } from "@/lib/onboarding/website/saved-analyses";

export const DELETE = withUser(null, async ({ user, params }) => {
  await deleteAnalysis(user, requireUuid(params.id));
  return new Response(null, { status: 204 });
});
