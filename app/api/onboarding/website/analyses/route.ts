import { withUser } from "@/lib/http/with-user";
import { listAnalyses } from "@/lib/onboarding/website/saved-analyses";

export const GET = withUser(null, async ({ user }) =>
  Response.json({ analyses: await listAnalyses(user) }),
);
