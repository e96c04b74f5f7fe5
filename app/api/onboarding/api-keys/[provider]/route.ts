import { AppError } from "@/lib/errors";
import { withUser } from "@/lib/http/with-user";
import { deleteApiKey } from "@/lib/keys/delete-api-key";
import { providerId } from "@/lib/providers/schema";

export const DELETE = withUser(null, async ({ user, params }) => {
  const provider = providerId.safeParse(params.provider);
  if (!provider.success) throw new AppError("not_found");
  await deleteApiKey(user, provider.data);
  return new Response(null, { status: 204 });
});
