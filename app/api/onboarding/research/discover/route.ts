import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";
import { discover } from "@/lib/onboarding/research/discover";
import { discoverBody } from "@/lib/onboarding/research/schema";

export const maxDuration = 300;

export const POST = withUser(discoverBody, async ({ user, body, request }) =>
  streamWork(request, (emit, signal) => discover(user, body, { emit, signal })),
);
