import { AppError } from "@/lib/errors";
import { withUser } from "@/lib/http/with-user";
import { describeOutcomes } from "@/lib/keys/check-api-keys";
import { checkSavedKey } from "@/lib/keys/check-saved-key";
import { listApiKeys } from "@/lib/keys/list-api-keys";
import { providerId } from "@/lib/providers/schema";

export const POST = withUser(null, async ({ user, params }) => {
  const provider = providerId.safeParse(params.provider);
  if (!provider.success) throw new AppError("not_found");
  const results = describeOutcomes([await checkSavedKey(user, provider.data)]);
  return Response.json({ results, keys: await listApiKeys(user) });
});
