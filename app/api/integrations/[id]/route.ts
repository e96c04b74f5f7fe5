import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";
import { choosePrimary } from "@/lib/integrations/choose-primary";
import { disconnectIntegration } from "@/lib/integrations/disconnect-integration";
import { listIntegrations } from "@/lib/integrations/list-integrations";
import { changeBody } from "@/lib/integrations/schema";

export const PATCH = withUser(changeBody, async ({ user, params }) => {
  await choosePrimary(user, requireUuid(params.id));
  return Response.json({ integrations: await listIntegrations(user) });
});

export const DELETE = withUser(null, async ({ user, params }) => {
  await disconnectIntegration(user, requireUuid(params.id));
  return new Response(null, { status: 204 });
});
