import { withUser } from "@/lib/http/with-user";
import { beginSetup } from "@/lib/onboarding/setup/begin-setup";
import { getSetup } from "@/lib/onboarding/setup/get-setup";
import { setupBody } from "@/lib/onboarding/setup/schema";

export const GET = withUser(null, async ({ user }) =>
  Response.json({ setup: await getSetup(user) }),
);

export const POST = withUser(setupBody, async ({ user, body }) => {
  await beginSetup(user, body.about);
  return Response.json({ setup: await getSetup(user) }, { status: 202 });
});
