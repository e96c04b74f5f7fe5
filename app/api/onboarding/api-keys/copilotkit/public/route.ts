import { withUser } from "@/lib/http/with-user";
import { recordUse } from "@/lib/keys/record-use";
import { requireApiKey } from "@/lib/keys/resolve-api-keys";

/** The one key that reaches a browser: Copilot Cloud's public key, given to its owner. */
export const GET = withUser(null, async ({ user }) => {
  const secret = await requireApiKey(user, "copilotkit");
  await recordUse(user, "copilotkit", secret);
  return Response.json({ publicKey: secret.open() }, { headers: { "cache-control": "no-store" } });
});
