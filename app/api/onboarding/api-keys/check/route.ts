import { withUser } from "@/lib/http/with-user";
import { checkApiKeys, describeOutcomes } from "@/lib/keys/check-api-keys";
import { saveApiKeysBody } from "@/lib/keys/schema";

export const POST = withUser(saveApiKeysBody, async ({ user, body }) =>
  Response.json({ results: describeOutcomes(await checkApiKeys(user, body)) }),
);
