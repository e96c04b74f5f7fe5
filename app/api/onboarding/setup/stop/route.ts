import { withUser } from "@/lib/http/with-user";
import { getSetup } from "@/lib/onboarding/setup/get-setup";
import { stopSetup } from "@/lib/onboarding/setup/stop-setup";

export const POST = withUser(null, async ({ user }) => {
  await stopSetup(user);
  return Response.json({ setup: await getSetup(user) });
});
