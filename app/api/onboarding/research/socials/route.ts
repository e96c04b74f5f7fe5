import { streamWork } from "@/lib/http/stream-work";
import { withUser } from "@/lib/http/with-user";
import { findSocials } from "@/lib/onboarding/research/find-socials";
import { socialsBody } from "@/lib/onboarding/research/schema";

export const maxDuration = 300;

export const POST = withUser(socialsBody, async ({ user, body, request }) =>
  streamWork(request, (emit, signal) => findSocials(user, body, { emit, signal })),
);
