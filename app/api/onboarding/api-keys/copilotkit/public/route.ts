import { withUser } from "@/lib/http/with-user";
import { requireApiKey } from "@/lib/keys/resolve-api-keys";

/** The one key that reaches a browser: Copilot Cloud's public key, given to its owner. */
export const GET = withUser(null, async ({ user }) => {
  const secret = await requireApiKey(user, "copilotkit");
  return Response.json({ publicKey: secret.open() }, { headers: { "cache-control": "no-store" } });
});
