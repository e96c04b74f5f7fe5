import { withUser } from "@/lib/http/with-user";
import { saveApiKeysBody } from "@/lib/keys/schema";
import { getKeysStep } from "@/lib/onboarding/get-keys-step";
import { saveKeysStep } from "@/lib/onboarding/save-keys-step";

export const GET = withUser(null, async ({ user }) => Response.json(await getKeysStep(user)));

export const POST = withUser(saveApiKeysBody, async ({ user, body }) =>
  Response.json(await saveKeysStep(user, body)),
);
