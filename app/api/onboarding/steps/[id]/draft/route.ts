import { withUser } from "@/lib/http/with-user";
import { keepDraft } from "@/lib/onboarding/keep-draft";
import { requireStep } from "@/lib/onboarding/require-step";
import { draftBody } from "@/lib/onboarding/schema";

export const PUT = withUser(draftBody, async ({ user, body, params }) =>
  Response.json(await keepDraft(user, requireStep(params.id), body)),
);
