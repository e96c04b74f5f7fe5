import { withUser } from "@/lib/http/with-user";
import { connectIntegration } from "@/lib/integrations/connect-integration";
import { listIntegrations } from "@/lib/integrations/list-integrations";
import { connectBody } from "@/lib/integrations/schema";

export const GET = withUser(null, async ({ user }) =>
  Response.json({ integrations: await listIntegrations(user) }),
);

export const POST = withUser(connectBody, async ({ user, body }) => {
  await connectIntegration(user, body);
  return Response.json({ integrations: await listIntegrations(user) });
});
