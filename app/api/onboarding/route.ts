import { withUser } from "@/lib/http/with-user";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";

export const GET = withUser(null, async ({ user }) => Response.json(await getOnboarding(user)));
