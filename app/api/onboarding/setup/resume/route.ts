import { withUser } from "@/lib/http/with-user";
import { getSetup } from "@/lib/onboarding/setup/get-setup";
import { resumeSetup } from "@/lib/onboarding/setup/resume-setup";

export const POST = withUser(null, async ({ user }) => {
  await resumeSetup(user);
  return Response.json({ setup: await getSetup(user) }, { status: 202 });
});
