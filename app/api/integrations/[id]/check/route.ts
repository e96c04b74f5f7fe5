import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { checkIntegration } from "@/lib/integrations/check-integration";
import { listIntegrations } from "@/lib/integrations/list-integrations";

export const POST = withUser(null, async ({ user, params }) => {
  await checkIntegration(user, requireUuid(params.id));
  return Response.json({ integrations: await listIntegrations(user) });
});
