import { getAssistant } from "@/lib/copilot/threads/get-assistant";
import { withUser } from "@/lib/http/with-user";

export const GET = withUser(null, async ({ user }) => Response.json(await getAssistant(user)));
