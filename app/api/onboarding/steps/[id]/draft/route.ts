import { withUser } from "@/lib/http/with-user";
import { keepDraft } from "@/lib/onboarding/keep-draft";
import { readOpenedOn } from "@/lib/onboarding/read-opened-on";
import { requireStep } from "@/lib/onboarding/require-step";
import { draftBody } from "@/lib/onboarding/schema";

export const PUT = withUser(draftBody, async ({ user, body, params, request }) => {
  const draft = { values: body, openedOn: readOpenedOn(request.headers) };
  return Response.json(await keepDraft(user, requireStep(params.id), draft));
});
