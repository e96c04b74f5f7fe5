import { decideAction } from "@/lib/copilot/confirmations/decide-action";
import { actionDecision } from "@/lib/copilot/schema";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

/** The longest that one request may take, in seconds. */
export const maxDuration = 300;

export const POST = withUser(actionDecision, async ({ user, body, params, request }) => {
  const { decision } = body;
  const { signal } = request;
  return Response.json(await decideAction(user, requireUuid(params.id), { decision, signal }));
});
