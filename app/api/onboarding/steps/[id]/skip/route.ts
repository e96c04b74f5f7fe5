import { withUser } from "@/lib/http/with-user";
import { requireStep } from "@/lib/onboarding/require-step";
import { skipStep } from "@/lib/onboarding/skip-step";

export const POST = withUser(null, async ({ user, params }) =>
  Response.json(await skipStep(user, requireStep(params.id))),
);
