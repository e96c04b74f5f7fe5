import { suggestionDecision } from "@/lib/copilot/schema";
import { decideSuggestion } from "@/lib/copilot/suggestions/decide-suggestion";
import { requireUuid } from "@/lib/http/require-uuid";
import { withUser } from "@/lib/http/with-user";

export const POST = withUser(suggestionDecision, async ({ user, body, params }) =>
  Response.json(await decideSuggestion(user, requireUuid(params.id), body.decision)),
);
