import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";
import { analyzeWebsite } from "@/lib/onboarding/website/analyze-website";
import { analyzeBody } from "@/lib/onboarding/website/schema";

export const maxDuration = 300;

export const POST = withUser(analyzeBody, async ({ user, body, request }) =>
  streamWork(request, (emit, signal) => analyzeWebsite(user, body, { emit, signal })),
);
