import { withUser } from "@/lib/http/with-user";
import { resetOnboarding } from "@/lib/onboarding/reset-onboarding";
import { resetBody } from "@/lib/onboarding/schema";

export const POST = withUser(resetBody, async ({ user, body }) =>
  Response.json(await resetOnboarding(user, body)),
);
