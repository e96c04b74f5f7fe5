import { z } from "zod";
import { parseFields } from "@/lib/http/read-body";
import { withUser } from "@/lib/http/with-user";
import { completeStep } from "@/lib/onboarding/complete-step";
import { readStepData } from "@/lib/onboarding/read-step-data";
import { requireStep } from "@/lib/onboarding/require-step";
import { getStepSchema } from "@/lib/onboarding/step-data";

export const GET = withUser(null, async ({ user, params }) =>
  Response.json(await readStepData(user, requireStep(params.id))),
);

export const PUT = withUser(z.unknown(), async ({ user, body, params }) => {
  const step = requireStep(params.id);
  return Response.json(await completeStep(user, step, parseFields(getStepSchema(step), body)));
});
